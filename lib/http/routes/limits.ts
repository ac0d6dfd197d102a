import "server-only";
import { z } from "zod";
import { limit as limitSchema, writeLimit } from "@/lib/contracts/limits";
import { idKey, listQuery, page, toList } from "@/lib/contracts/list-query";
import { terminalId } from "@/lib/contracts/record-ids";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";
import { defineRoute } from "@/lib/http/define-route";
import { listLimits } from "@/lib/use-cases/limits/list-limits";

const listLimitsRoute = defineRoute({
  method: "GET",
  path: "/limits",
  operationId: "listLimits",
  tag: "Limits",
  summary: "Limits in force or scheduled, the newest first",
  scope: "limits:read",
  query: z.object({
    ...listQuery(idKey("lim")),
    terminal_id: terminalId.optional().meta({
      description: "Every limit that applies to this terminal, whatever its scope.",
    }),
    scope: z.enum(LIMIT_SCOPES).optional(),
    window: z.enum(WINDOWS).optional(),
  }),
  answers: { 200: { description: "A page of limits.", schema: page(limitSchema) } },
  handle: async ({ ctx, merchantId, query }) => {
    const { scope = null, window = null, cursor = null, limit } = query;
    const filter = { terminalId: query.terminal_id ?? null, scope, window };
    const found = await listLimits(ctx, merchantId, filter, { limit, after: cursor });
    return { status: 200, body: toList(found, (view) => writeLimit(view, found.timeZone)) };
  },
});

export const limitRoutes = [listLimitsRoute];
