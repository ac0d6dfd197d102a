import { describe, expect, it } from "vitest";
import {
  checkTold,
  keptPath,
  REQUEST_BURST,
  type RequestBudget,
  spendBudget,
} from "@/lib/domain/api-requests";

const CHECK = "chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN";

describe("what of a merchant's requests is kept", () => {
  const spend = (times: number, at: number, from?: RequestBudget) => {
    let budget = from;
    let kept = 0;
    for (let i = 0; i < times; i++) {
      const next = spendBudget(budget, at);
      if (!next) continue;
      budget = next;
      kept++;
    }
    return { budget, kept };
  };

  it("is a burst at once, then one a second, and a burst again after as many quiet seconds", () => {
    const first = spend(REQUEST_BURST + 50, 0);
    expect(first.kept).toBe(REQUEST_BURST);
    expect(spend(50, 999, first.budget).kept).toBe(0);
    const second = spend(50, 1_000, first.budget);
    expect(second.kept).toBe(1);
    expect(spend(1_000, 1_000 + REQUEST_BURST * 1_000, second.budget).kept).toBe(REQUEST_BURST);
    expect(spend(1_000, 1e12, second.budget).kept).toBe(REQUEST_BURST);
  });

  it("is no less when the clock goes back", () => {
    const { budget } = spend(REQUEST_BURST, 10_000);
    expect(spendBudget(budget, 5_000)).toBeNull();
    expect(spendBudget({ left: 5, at: 10_000 }, 5_000)).toEqual({ left: 4, at: 10_000 });
  });
});

it("keeps an address without its host, and no digit of what looks like a card number", () => {
  expect(keptPath("http://localhost:3000/api/v1/limits?limit=5")).toBe("/api/v1/limits?limit=5");
  expect(keptPath("/api/v1/checks")).toBe("/api/v1/checks");
  expect(keptPath("http://x/api/v1/limits?q=4111111111111111")).toBe(
    "/api/v*/limits?q=****************",
  );
});

it.each([
  ["/api/v1/checks", `{"id":"${CHECK}","decision":"decline"}`, CHECK],
  ["/api/v1/checks?x=1", `{"id":"${CHECK}","a":1,"decision":"approve"}`, CHECK],
  ["/api/v1/checks/batch", `{"results":[{"id":"${CHECK}","decision":"decline"}]}`, null],
  ["/api/v1/checks", `{"type":"problem"}`, null],
  ["/api/v1/checks", undefined, null],
  ["/api/v1/limits", `{"id":"${CHECK}","decision":"decline"}`, null],
])("finds the check in the answer to %s", (path, told, checkId) => {
  expect(checkTold(path, told)?.checkId ?? null).toBe(checkId);
});
