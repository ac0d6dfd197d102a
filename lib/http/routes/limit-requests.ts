import "server-only";
import { z } from "zod";
import { limitRequestBody, toSubmission } from "@/lib/contracts/limit-request-submission";
import { limitRequest, toLimitRequest } from "@/lib/contracts/limit-requests";
import { idKey, listQuery, page, toList } from "@/lib/contracts/list-query";
import { recordId } from "@/lib/contracts/record-ids";
import { defineRoute } from "@/lib/http/define-route";
import { getLimitRequest } from "@/lib/use-cases/limit-requests/get-limit-request";
import { listLimitRequests } from "@/lib/use-cases/limit-requests/list-limit-requests";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";
import { withdrawLimitRequest } from "@/lib/use-cases/limit-requests/withdraw-limit-request";

const about = { tag: "Limit requests", scope: "limit_requests:write" } as const;
const id = z.object({ id: recordId("lrq") });

const submitRoute = defineRoute({
  ...about,
  method: "POST",
  path: "/limit-requests",
  operationId: "submitLimitRequest",
  summary: "Ask for a change of a limit, or for a new one",
  description:
    "A change at least as strict in every field at every moment takes effect at once, or at its start; every other one waits for people to decide. One request may be open per limit.",
  body: limitRequestBody,
  idempotency: "required",
  refusals: ["limit-request-open"],
  answers: { 201: { description: "The request.", schema: limitRequest } },
  handle: async ({ ctx, merchantId, body }) => {
    const request = await submitLimitRequest(ctx, merchantId, toSubmission(body));
    return { status: 201, body: toLimitRequest(request, request.timeZone) };
  },
});

const listRoute = defineRoute({
  ...about,
  method: "GET",
  path: "/limit-requests",
  operationId: "listLimitRequests",
  summary: "The merchant's requests, newest first",
  query: z.object(listQuery(idKey("lrq"))),
  answers: { 200: { description: "A page of requests.", schema: page(limitRequest) } },
  handle: async ({ ctx, merchantId, query }) => {
    const { limit, cursor: before = null } = query;
    const found = await listLimitRequests(ctx, merchantId, { limit, before });
    const { requests: rows, next: nextKey, timeZone } = found;
    return { status: 200, body: toList({ rows, nextKey }, (row) => toLimitRequest(row, timeZone)) };
  },
});

const getRoute = defineRoute({
  ...about,
  method: "GET",
  path: "/limit-requests/{id}",
  operationId: "getLimitRequest",
  summary: "One request as it stands",
  params: id,
  answers: { 200: { description: "The request.", schema: limitRequest } },
  handle: async ({ ctx, merchantId, params }) => {
    const { request } = await getLimitRequest(ctx, merchantId, params.id);
    return { status: 200, body: toLimitRequest(request, request.timeZone) };
  },
});

const withdrawRoute = defineRoute({
  ...about,
  method: "POST",
  path: "/limit-requests/{id}/withdraw",
  operationId: "withdrawLimitRequest",
  summary: "Take a request back",
  description:
    "Open requests only: a final one is a conflict, one already withdrawn is answered unchanged.",
  params: id,
  isBodyOptional: true,
  idempotency: "honoured",
  refusals: ["conflict"],
  answers: { 200: { description: "The request, withdrawn.", schema: limitRequest } },
  handle: async ({ ctx, merchantId, params }) => {
    const request = await withdrawLimitRequest(ctx, merchantId, params.id);
    return { status: 200, body: toLimitRequest(request, request.timeZone) };
  },
});

export const limitRequestRoutes = [submitRoute, listRoute, getRoute, withdrawRoute];
