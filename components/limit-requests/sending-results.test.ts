import { expect, it } from "vitest";
import {
  countResults,
  mayHaveAsked,
  plansToSend,
  type SendingResult,
  type SendingResults,
  stopsSending,
} from "@/components/limit-requests/sending-results";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";

const NONE = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };
const plan = (limitId: string): RequestPlan => ({
  ...{ limitId, ok: true, asked: { max_count: 1 }, after: NONE, current: NONE },
  ...{ effect: "onePerson", endsRaises: [] },
  seen: { at: 0, version: 1, values: NONE, approvals: 1 },
});
const problem = (code: string) => ({ code, fields: [], extra: {}, requestId: "" });
const sent = (state: RequestState, isTightening: boolean): SendingResult => ({
  at: "sent",
  request: { limitRequestId: "lrq_1", state, isTightening },
});
const results: SendingResults = {
  a: sent("applied", true),
  b: sent("submitted", false),
  c: { at: "refused", problem: problem("limit-moved") },
  d: { at: "sending" },
};

it("sends what has no answer and was not left out", () => {
  const left: RequestPlan = { limitId: "x", ok: false, code: "gone", openRequestId: null };
  const plans = [...["a", "b", "c", "d", "e"].map(plan), left];
  expect(plansToSend(plans, results).map(({ limitId }) => limitId)).toEqual(["d", "e"]);
});

it("counts what was done", () => {
  expect(countResults(results)).toEqual({ applied: 1, later: 0, asked: 1, refused: 1 });
});

it("counts a lowering to come as its own, and a raise as asked whatever became of it", () => {
  const others = { a: sent("scheduled", true), b: sent("applied", false) };
  expect(countResults(others)).toEqual({ applied: 0, later: 1, asked: 1, refused: 0 });
});

it("may have asked once one was sent or an answer never came", () => {
  const refused: SendingResults = { c: { at: "refused", problem: problem("limit-moved") } };
  expect(mayHaveAsked(results, null)).toBe(true);
  expect(mayHaveAsked(refused, null)).toBe(false);
  expect(mayHaveAsked({}, problem("unauthenticated"))).toBe(false);
  expect(mayHaveAsked({}, problem("no-connection"))).toBe(true);
});

it.each([
  ["limit-request-open", false],
  ["limit-moved", false],
  ["no-connection", true],
  ["unauthenticated", true],
])("%s stops all: %s", (code, stops) => {
  expect(stopsSending(problem(code))).toBe(stops);
});
