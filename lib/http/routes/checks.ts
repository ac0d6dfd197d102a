import "server-only";
import { z } from "zod";
import { check, checkRequest, checkResults } from "@/lib/contracts/checks";
import { idKey, listQuery, page, toList } from "@/lib/contracts/list-query";
import { recordId, terminalId } from "@/lib/contracts/record-ids";
import { InvalidError } from "@/lib/domain/errors";
import { tellMerchant, toQuestion, writeCheckAnswer } from "@/lib/http/check-answer";
import { BATCH_DEADLINE_MS, defineRoute } from "@/lib/http/define-route";
import { getCheck } from "@/lib/use-cases/checks/get-check";
import { listChecks } from "@/lib/use-cases/checks/list-checks";
import { runCheck } from "@/lib/use-cases/checks/run-check";

const TOLD = { source: "api", write: writeCheckAnswer } as const;

const runCheckRoute = defineRoute({
  method: "POST",
  path: "/checks",
  operationId: "runCheck",
  tag: "Checks",
  summary: "Would this charge be refused on our side?",
  description:
    "Answers 200 whenever decided. An unknown terminal, or an unknown MID named by an acquirer's key, is a decision too.",
  scope: "checks:run",
  merchant: "named",
  body: checkRequest,
  answers: { 200: { description: "The decision.", schema: check } },
  handle: async ({ ctx, merchantId, body }) => {
    const { answer } = await runCheck(ctx, merchantId, toQuestion(body), TOLD);
    return { status: 200, text: answer };
  },
});

const runChecksRoute = defineRoute({
  method: "POST",
  path: "/checks/batch",
  operationId: "runChecks",
  tag: "Checks",
  summary: "Up to 100 checks at once, each decided by itself",
  description: "Each result is a check or a problem; a fault of one item is that item's alone.",
  scope: "checks:run",
  merchant: "named",
  batch: { key: "checks", item: checkRequest, min: 1, max: 100 },
  deadlineMs: BATCH_DEADLINE_MS,
  answers: { 200: { description: "One result per item.", schema: checkResults } },
  handle: async ({ ctx, merchantId, items, problem }) => {
    const answerOf = async (item: NonNullable<typeof items>[number]): Promise<string> => {
      if (!item.ok) return JSON.stringify(problem(item.error));
      try {
        return (await runCheck(ctx, merchantId, toQuestion(item.value), TOLD)).answer;
      } catch (error) {
        if (error instanceof InvalidError) return JSON.stringify(problem(error));
        throw error;
      }
    };
    const answers = await Promise.all((items ?? []).map(answerOf));
    return { status: 200, text: `{"results":[${answers.join(",")}]}` };
  },
});

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
    const asked = { terminalId, before: cursor, limit };
    const found = await listChecks(ctx, merchantId, asked, tellMerchant);
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
    const { answer } = await getCheck(ctx, merchantId, params.id, tellMerchant);
    return { status: 200, body: answer };
  },
});

export const checkRoutes = [runCheckRoute, runChecksRoute, listChecksRoute, getCheckRoute];
