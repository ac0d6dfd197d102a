import "server-only";
import { z } from "zod";
import { cardOrigin, entryMode, fundingSource } from "@/lib/contracts/charge-attributes";
import { writeOptionalInstant } from "@/lib/contracts/instant";
import { terminalHeadroom, writeLimit } from "@/lib/contracts/limits";
import { listQuery, page, toList } from "@/lib/contracts/list-query";
import { currency, toMoney } from "@/lib/contracts/money";
import { terminalId } from "@/lib/contracts/record-ids";
import { heartbeat, terminal, writeTerminal } from "@/lib/contracts/terminals";
import { defineRoute } from "@/lib/http/define-route";
import { recordHeartbeat } from "@/lib/use-cases/heartbeats/record-heartbeat";
import { getHeadroom } from "@/lib/use-cases/limits/get-headroom";
import { getTerminal } from "@/lib/use-cases/terminals/get-terminal";
import { listTerminals } from "@/lib/use-cases/terminals/list-terminals";

const params = z.object({ tid: terminalId });

const KEY = /^\d{1,15}\.[A-Za-z0-9]{8}$/;

function readKey(cursor: string | undefined) {
  const [at, id] = cursor?.split(".") ?? [];
  return at && id ? { createdAt: Number(at), terminalId: id } : null;
}

const listTerminalsRoute = defineRoute({
  method: "GET",
  path: "/terminals",
  operationId: "listTerminals",
  tag: "Terminals",
  summary: "The merchant's terminals, the newest first",
  scope: "terminals:read",
  query: z.object(listQuery(KEY)),
  answers: { 200: { description: "A page of terminals.", schema: page(terminal) } },
  handle: async ({ ctx, merchantId, query }) => {
    const after = readKey(query.cursor);
    const found = await listTerminals(ctx, merchantId, { limit: query.limit, after });
    const body = toList(found, (row) => writeTerminal(row, row.compliance, found.timeZone));
    return { status: 200, body };
  },
});

const getTerminalRoute = defineRoute({
  method: "GET",
  path: "/terminals/{tid}",
  operationId: "getTerminal",
  tag: "Terminals",
  summary: "One terminal",
  scope: "terminals:read",
  params,
  answers: { 200: { description: "The terminal.", schema: terminal } },
  handle: async ({ ctx, merchantId, params: { tid } }) => {
    const found = await getTerminal(ctx, merchantId, tid);
    return { status: 200, body: writeTerminal(found.terminal, found.compliance, found.timeZone) };
  },
});

const getHeadroomRoute = defineRoute({
  method: "GET",
  path: "/terminals/{tid}/headroom",
  operationId: "getTerminalHeadroom",
  tag: "Limits",
  summary: "What may still be charged on a terminal",
  scope: "limits:read",
  params,
  query: z.object({
    currency: currency.optional().meta({ description: "The merchant's when left out." }),
    entry_mode: entryMode.optional(),
    funding_source: fundingSource.optional(),
    card_origin: cardOrigin.optional(),
  }),
  answers: { 200: { description: "The headroom.", schema: terminalHeadroom } },
  handle: async ({ ctx, merchantId, params: { tid }, query }) => {
    const found = await getHeadroom(ctx, merchantId, {
      terminalId: tid,
      currency: query.currency ?? null,
      entryMode: query.entry_mode,
      fundingSource: query.funding_source,
      cardOrigin: query.card_origin,
    });
    const { amountMinor, count, resetsAt } = found.headroom;
    const body = {
      amount: amountMinor === null ? null : toMoney(amountMinor, found.currency),
      count,
      resets_at: writeOptionalInstant(resetsAt, found.timeZone),
      limits: found.limits.map((view) => writeLimit(view, found.timeZone)),
    };
    return { status: 200, body };
  },
});

const recordHeartbeatRoute = defineRoute({
  method: "POST",
  path: "/terminals/{tid}/heartbeats",
  operationId: "recordHeartbeat",
  tag: "Terminals",
  summary: "A terminal says that it lives, and how it is set up",
  scope: "heartbeats:write",
  params,
  body: heartbeat,
  fractions: ["/location/lat", "/location/lon"],
  answers: { 204: { description: "Taken." } },
  handle: async ({ ctx, merchantId, params: { tid }, body }) => {
    await recordHeartbeat(ctx, merchantId, tid, {
      appVersion: body.app_version,
      network: body.network,
      rttMs: body.rtt_ms,
      reportedMerchantId: body.reported_merchant_id,
      reportedTerminalId: body.reported_terminal_id,
      latitude: body.location?.lat ?? null,
      longitude: body.location?.lon ?? null,
    });
    return { status: 204 };
  },
});

export const terminalRoutes = [
  listTerminalsRoute,
  getTerminalRoute,
  getHeadroomRoute,
  recordHeartbeatRoute,
];
