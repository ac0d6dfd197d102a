import "server-only";
import { z } from "zod";
import { recordId } from "@/lib/contracts/record-ids";
import {
  commitRequest,
  reservation,
  reservationRequest,
  reservationResult,
  toReservation,
} from "@/lib/contracts/reservations";
import { toQuestion, writeCheckAnswer } from "@/lib/http/check-answer";
import { defineRoute } from "@/lib/http/define-route";
import { getReservation } from "@/lib/use-cases/reservations/get-reservation";
import { reserve } from "@/lib/use-cases/reservations/reserve";
import { resolveReservation } from "@/lib/use-cases/reservations/resolve-reservation";

const about = { tag: "Reservations", scope: "reservations:write" } as const;
const params = z.object({ id: recordId("rsv") });
const answers = { 200: { description: "The reservation.", schema: reservation } };

const WRITER = {
  check: writeCheckAnswer,
  whole: (check, held, timeZone) =>
    `{"reservation":${held === null ? "null" : JSON.stringify(toReservation(held, timeZone))},"check":${check}}`,
} satisfies Parameters<typeof reserve>[3]["write"];

const reserveRoute = defineRoute({
  ...about,
  method: "POST",
  path: "/reservations",
  operationId: "reserve",
  summary: "Hold the headroom for a charge",
  description:
    "Decides as a check does; a warning does not refuse. A refused one is answered 200 without a reservation, and a new attempt takes a new Idempotency-Key.",
  merchant: "named",
  idempotency: "handled",
  body: reservationRequest,
  answers: {
    200: { description: "Refused, and why.", schema: reservationResult },
    201: { description: "Held until it is resolved or expires.", schema: reservationResult },
  },
  handle: ({ ctx, merchantId, body, once }) => {
    const { proposal } = toQuestion(body);
    const question = { proposal, holdSeconds: body.expires_in };
    return reserve(ctx, merchantId, question, { request: once!, write: WRITER });
  },
});

const resolving = {
  ...about,
  method: "POST",
  params,
  isBodyOptional: true,
  idempotency: "honoured",
  refusals: ["conflict", "reservation-final"],
  answers,
} as const;

const commitRoute = defineRoute({
  ...resolving,
  path: "/reservations/{id}/commit",
  operationId: "commitReservation",
  summary: "The charge was made",
  description: "What was not charged is given back. Repeating it changes nothing.",
  body: commitRequest,
  handle: async ({ ctx, merchantId, params: { id }, body: { amount } }) => {
    const asked = { as: "committed", amount: amount ?? null } as const;
    const found = await resolveReservation(ctx, merchantId, id, asked);
    return { status: 200, body: toReservation(found.reservation, found.timeZone) };
  },
});

const releaseRoute = defineRoute({
  ...resolving,
  path: "/reservations/{id}/release",
  operationId: "releaseReservation",
  summary: "The charge is not made",
  handle: async ({ ctx, merchantId, params: { id } }) => {
    const found = await resolveReservation(ctx, merchantId, id, { as: "released", amount: null });
    return { status: 200, body: toReservation(found.reservation, found.timeZone) };
  },
});

const getRoute = defineRoute({
  ...about,
  method: "GET",
  path: "/reservations/{id}",
  operationId: "getReservation",
  summary: "One reservation as it stands",
  params,
  answers,
  handle: async ({ ctx, merchantId, params: { id } }) => {
    const found = await getReservation(ctx, merchantId, id);
    return { status: 200, body: toReservation(found.reservation, found.timeZone) };
  },
});

export const reservationRoutes = [reserveRoute, commitRoute, releaseRoute, getRoute];
