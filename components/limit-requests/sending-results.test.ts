import { expect, it } from "vitest";
import {
  countResults,
  plansToSend,
  type SendingResults,
  stopsSending,
} from "@/components/limit-requests/sending-results";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";

const NONE = { maxAmountMinor: null, maxCount: null, minAmountMinor: null };
const plan = (limitId: string): RequestPlan => ({
  ...{ limitId, ok: true, asked: { max_count: 1 }, after: NONE, current: NONE },
  effect: "onePerson",
  seen: { version: 1, values: NONE, approvals: 1 },
});
const problem = (code: string) => ({ code, fields: [], extra: {}, requestId: "" });
const results: SendingResults = {
  a: { at: "sent", request: { limitRequestId: "lrq_a", state: "applied" } },
  b: { at: "sent", request: { limitRequestId: "lrq_b", state: "submitted" } },
  c: { at: "refused", problem: problem("limit-moved") },
  d: { at: "sending" },
};

it("sends what has no answer and was not left out", () => {
  const left: RequestPlan = { limitId: "x", ok: false, code: "gone", openRequestId: null };
  const plans = [...["a", "b", "c", "d", "e"].map(plan), left];
  expect(plansToSend(plans, results).map(({ limitId }) => limitId)).toEqual(["d", "e"]);
});

it("counts what was done", () => {
  expect(countResults(results)).toEqual({ applied: 1, asked: 1, refused: 1 });
});

it.each([
  ["limit-request-open", false],
  ["limit-moved", false],
  ["no-connection", true],
  ["unauthenticated", true],
])("%s stops all: %s", (code, stops) => {
  expect(stopsSending(problem(code))).toBe(stops);
});
