import "server-only";
import { z } from "zod";
import { check } from "@/lib/contracts/checks";
import { idKey, listQuery, page, toList } from "@/lib/contracts/list-query";
import { recordId, terminalId } from "@/lib/contracts/record-ids";
import { defineRoute } from "@/lib/http/define-route";
import { getCheck } from "@/lib/use-cases/checks/get-check";
import { listChecks } from "@/lib/use-cases/checks/list-checks";

const listChecksRoute = defineRoute({
  method: "GET",
  path: "/checks",
  operationId: "listChecks",
  tag: "Checks",
  summary: "The checks that were answered, newest first",
  scope: "checks:run",
  merchant: "named",
  query: z.object({
    ...listQuery(idKey("chk")),
    terminal_id: terminalId.optional(),
  }),
  answers: { 200: { description: "A page of checks.", schema: page(check) } },
  handle: async ({ ctx, merchantId, query }) => {
    const { cursor, limit, terminal_id: terminalId } = query;
    const found = await listChecks(ctx, merchantId, { terminalId, before: cursor, limit });
    return { status: 200, body: toList(found, (row) => row.answer) };
  },
});

const getCheckRoute = defineRoute({
  method: "GET",
  path: "/checks/{id}",
  operationId: "getCheck",
  tag: "Checks",
  summary: "One check as it was answered",
  description: "Readable within 2 seconds of its answer.",
  scope: "checks:run",
  merchant: "named",
  params: z.object({ id: recordId("chk") }),
  answers: { 200: { description: "The check.", schema: check } },
  handle: async ({ ctx, merchantId, params }) => {
    const { answer } = await getCheck(ctx, merchantId, params.id);
    return { status: 200, body: answer };
  },
});

export const checkRoutes = [listChecksRoute, getCheckRoute];
