import { DEMO, expect, test } from "./fixtures";
import { CARD, describeRefusals } from "./refusals";

const charge = (value: number, more: Record<string, unknown> = {}) => ({
  terminal_id: DEMO.terminal,
  amount: { value, currency: "CNY" },
  ...more,
});

describeRefusals({
  method: "POST",
  path: "/checks/batch",
  scope: "checks:run",
  body: { checks: [charge(100)] },
  allow: "POST",
});

test.describe("POST /checks/batch", () => {
  test("answers each item in its place, by itself", async ({ api }) => {
    const checks = [
      charge(100),
      7,
      null,
      charge(100, { note: CARD }),
      charge(1.5),
      { terminal_id: DEMO.terminal },
      charge(5_000_001),
      charge(100, { note: "a\u0000" }),
      charge(100, { occurs_at: "2020-01-01T00:00:00Z" }),
      charge(100, { terminal_id: DEMO.otherTerminal }),
    ];
    const answer = await api.call("POST", "/checks/batch", { body: { checks } });
    expect(answer.status).toBe(200);
    const { results } = answer.json;
    const told = results.map(
      (one: { decision?: string; type?: string }) => one.decision ?? one.type?.replace(/.*\//, ""),
    );
    expect(told).toEqual([
      "approve",
      "validation-failed",
      "validation-failed",
      "card-number-not-accepted",
      "validation-failed",
      "validation-failed",
      "decline",
      "validation-failed",
      "validation-failed",
      "approve",
    ]);
    expect(results[1].errors).toMatchObject([{ pointer: "" }]);
    expect(results[5].errors).toMatchObject([{ pointer: "/amount", code: "required" }]);
    expect(results[9].terminal_id).toBe(DEMO.otherTerminal);
    expect(answer.text).not.toContain(CARD);
  });

  test("takes 1 to 100 items", async ({ api }) => {
    const many = (count: number) => ({ checks: Array.from({ length: count }, () => charge(100)) });
    const hundred = await api.call("POST", "/checks/batch", { body: many(100) });
    expect(hundred.status).toBe(200);
    const ids = hundred.json.results.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(100);
    for (const wrong of [many(0), many(101), {}, { checks: {} }]) {
      const answer = await api.call("POST", "/checks/batch", { body: wrong });
      expect(answer.status).toBe(422);
      expect(answer.json.errors[0].pointer).toBe("/checks");
    }
  });

  test("refuses the whole when a card number stands beside its items", async ({ api }) => {
    const body = { checks: [charge(100)], [CARD]: 1 };
    const answer = await api.call("POST", "/checks/batch", { body });
    expect(answer.status).toBe(422);
    expect(answer.json.type).toMatch(/card-number-not-accepted$/);
  });

  test("lets an acquirer's key name the merchant once", async ({ api }) => {
    const key = await api.keyOf({ owner: "acquirer" });
    const body = { merchant_id: DEMO.merchant, checks: [charge(100), charge(5_000_001)] };
    const answer = await api.call("POST", "/checks/batch", { key, body });
    expect(answer.json.results).toMatchObject([
      { decision: "approve", merchant_id: DEMO.merchant },
      { decision: "decline" },
    ]);
    const unknown = { ...body, merchant_id: DEMO.unknownMerchant };
    const nobody = await api.call("POST", "/checks/batch", { key, body: unknown });
    expect(nobody.json.results[0].reasons[0].code).toBe("MERCHANT_NOT_FOUND");
  });

  test("is not there to be read", async ({ api }) => {
    const answer = await api.call("GET", "/checks/batch");
    expect([answer.status, answer.headers.allow]).toEqual([405, "POST"]);
  });
});
