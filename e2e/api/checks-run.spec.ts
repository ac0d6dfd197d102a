import { DEMO, expect, test } from "./fixtures";
import { describeRefusals } from "./refusals";

const charge = (value: number, more: Record<string, unknown> = {}) => ({
  terminal_id: DEMO.terminal,
  amount: { value, currency: "CNY" },
  ...more,
});

describeRefusals({
  method: "POST",
  path: "/checks",
  scope: "checks:run",
  body: charge(100),
  allow: "POST, GET, HEAD",
});

const codes = (json: { reasons: { code: string }[] }) => json.reasons.map(({ code }) => code);

test.describe("POST /checks", () => {
  test("approves within every limit", async ({ api }) => {
    const answer = await api.call("POST", "/checks", { body: charge(100_000) });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      id: expect.stringMatching(/^chk_[0-9A-HJKMNP-TV-Z]{26}$/),
      decision: "approve",
      code_21: { risk: "none", probability: null, basis: "none" },
      merchant_id: DEMO.merchant,
      terminal_id: DEMO.terminal,
      amount: { value: 100_000, currency: "CNY" },
      reasons: [],
      headroom: { amount: { value: 5_000_000, currency: "CNY" }, count: null },
      suggestions: [],
      not_checked: ["card_status", "card_balance", "issuer_limit", "per_card_limit"],
      evaluated_at: expect.stringMatching(/\+08:00$/),
    });
  });

  test("approves exactly the limit and declines a minor unit more", async ({ api }) => {
    const exactly = await api.call("POST", "/checks", { body: charge(5_000_000) });
    expect(exactly.json.decision).toBe("approve");
    const more = await api.call("POST", "/checks", { body: charge(5_000_001) });
    expect(more.json).toMatchObject({
      decision: "decline",
      code_21: { risk: "high", probability: 0.99, basis: "rule" },
    });
    const [reason, ...others] = more.json.reasons;
    expect(others).toEqual([]);
    expect(reason).toEqual({
      code: "PER_TRANSACTION_LIMIT_EXCEEDED",
      severity: "block",
      owner: "acquirer",
      cause: "limit",
      limit_id: expect.stringMatching(/^lim_/),
      scope: "terminal",
      window: "per_transaction",
      limit: { value: 5_000_000, currency: "CNY" },
      used: null,
      reserved: null,
      remaining: { value: 5_000_000, currency: "CNY" },
      resets_at: null,
      assumed: [],
      expected_response_code: { profile: "catch_all", code: "21" },
      action: "REQUEST_LIMIT_CHANGE",
      message: { en: expect.any(String), zh: expect.stringMatching(/[一-鿿]/) },
    });
    expect(more.json.suggestions).toEqual([
      { kind: "reduce_amount", amount: { value: 5_000_000, currency: "CNY" } },
      {
        kind: "request_limit_change",
        limit_id: reason.limit_id,
        max_amount: { value: 5_000_001, currency: "CNY" },
      },
    ]);
  });

  test("lists every reason, the amounts of a day with their reset", async ({ api }) => {
    const { json } = await api.call("POST", "/checks", { body: charge(31_000_000) });
    expect(codes(json)).toEqual(["PER_TRANSACTION_LIMIT_EXCEEDED", "DAILY_AMOUNT_LIMIT_EXCEEDED"]);
    expect(json.reasons[1]).toMatchObject({
      window: "daily",
      limit: { value: 30_000_000 },
      used: { value: 0, currency: "CNY" },
      reserved: { value: 0, currency: "CNY" },
      remaining: { value: 30_000_000 },
      resets_at: expect.stringMatching(/T00:00:00\+08:00$/),
    });
    const wishes = json.suggestions.filter(
      ({ kind }: { kind: string }) => kind === "request_limit_change",
    );
    expect(wishes).toHaveLength(2);
  });

  test("warns before a limit is reached, and lets the charge go ahead", async ({ api }) => {
    const { json } = await api.call("POST", "/checks", {
      body: charge(25_000_000, { terminal_id: DEMO.terminal }),
    });
    expect(codes(json)).toContain("LIMIT_NEARLY_REACHED");
  });

  test("decides about terminals and merchants that are not there", async ({ api }) => {
    const unknown = await api.call("POST", "/checks", {
      body: charge(100, { terminal_id: "ZZZZZZZZ" }),
    });
    expect(unknown.json).toMatchObject({ decision: "decline" });
    expect(codes(unknown.json)).toEqual(["TERMINAL_NOT_FOUND"]);
    expect(unknown.json.reasons[0]).not.toHaveProperty("limit_id");
    expect(unknown.json.reasons[0]).not.toHaveProperty("assumed");
    const others = charge(100, { terminal_id: DEMO.suspended.terminal });
    const merchants = await api.call("POST", "/checks", { body: others });
    expect(codes(merchants.json)).toEqual(["TERMINAL_NOT_FOUND"]);
    const key = await api.keyOf({ owner: "acquirer" });
    const acquirers = await api.call("POST", "/checks", {
      key,
      body: { ...others, merchant_id: DEMO.merchant },
    });
    expect(codes(acquirers.json)).toEqual(["TERMINAL_MERCHANT_MISMATCH"]);
    const nobody = await api.call("POST", "/checks", {
      key,
      body: charge(100, { merchant_id: DEMO.unknownMerchant }),
    });
    expect(nobody.status).toBe(200);
    expect(codes(nobody.json)).toEqual(["MERCHANT_NOT_FOUND"]);
  });

  test("explains a suspended merchant and a past-due requirement to their own keys", async ({
    api,
  }) => {
    const suspended = await api.call("POST", "/checks", {
      key: await api.keyOf({ owner: DEMO.suspended.merchant }),
      body: charge(100, { terminal_id: DEMO.suspended.terminal }),
    });
    expect(codes(suspended.json)).toEqual(["MERCHANT_SUSPENDED"]);
    const pastDue = await api.call("POST", "/checks", {
      key: await api.keyOf({ owner: DEMO.pastDue.merchant }),
      body: charge(100, { terminal_id: DEMO.pastDue.terminal }),
    });
    expect(codes(pastDue.json)[0]).toBe("COMPLIANCE_REQUIREMENT_PAST_DUE");
  });

  test("speaks of attributes only when they are given", async ({ api }) => {
    const given = { entry_mode: "magnetic_stripe", card_expiry: "2020-01" };
    const { json } = await api.call("POST", "/checks", { body: charge(100, given) });
    expect(codes(json)).toEqual(["ENTRY_MODE_NOT_ENABLED", "CARD_EXPIRED"]);
    expect(json.headroom).toEqual({
      amount: { value: 0, currency: "CNY" },
      count: null,
      resets_at: null,
    });
    const all = {
      entry_mode: "chip",
      funding_source: "debit",
      card_origin: "domestic",
      card_expiry: "2099-12",
    };
    expect((await api.call("POST", "/checks", { body: charge(100, all) })).json.reasons).toEqual(
      [],
    );
  });

  test("takes a moment from 24 hours back to 31 days ahead", async ({ api }) => {
    const HOUR_MS = 3_600_000;
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    for (const ms of [-23.9 * HOUR_MS, 0, 30.9 * 24 * HOUR_MS]) {
      const answer = await api.call("POST", "/checks", {
        body: charge(100, { occurs_at: at(ms) }),
      });
      expect(answer.status).toBe(200);
    }
    const wrong = [at(-24.1 * HOUR_MS), at(31.1 * 24 * HOUR_MS), "2026-11-24", "now", 1, null];
    for (const occurs_at of [...wrong, "2026-11-24T10:15:00", "2026-02-30T00:00:00Z"]) {
      const answer = await api.call("POST", "/checks", { body: charge(100, { occurs_at }) });
      expect([occurs_at, answer.status]).toEqual([occurs_at, 422]);
      expect(answer.json.errors[0].pointer).toBe("/occurs_at");
    }
  });

  test("422 to each field out of its bounds", async ({ api }) => {
    const amount = (value: unknown, currency: unknown = "CNY") => ({ amount: { value, currency } });
    const wrong: [Record<string, unknown>, string][] = [
      [amount(0), "/amount/value"],
      [amount(-1), "/amount/value"],
      [amount(1_000_000_000_000), "/amount/value"],
      [amount("100"), "/amount/value"],
      [amount(1.5), "/amount/value"],
      [amount(100, "XXX"), "/amount/currency"],
      [amount(100, "cny"), "/amount/currency"],
      [amount(100, ""), "/amount/currency"],
      [{ amount: { value: 1 } }, "/amount/currency"],
      [{ amount: { value: 1, currency: "CNY", x: 1 } }, "/amount/x"],
      [{ amount: 100 }, "/amount"],
      [{ terminal_id: "0001864" }, "/terminal_id"],
      [{ terminal_id: "000186444" }, "/terminal_id"],
      [{ terminal_id: 18644 }, "/terminal_id"],
      [{ terminal_id: "0001864é" }, "/terminal_id"],
      [{ entry_mode: "swipe" }, "/entry_mode"],
      [{ funding_source: null }, "/funding_source"],
      [{ card_origin: "DOMESTIC" }, "/card_origin"],
      [{ card_expiry: "2027-13" }, "/card_expiry"],
      [{ card_expiry: "27-04" }, "/card_expiry"],
      [{ merchant_id: "1" }, "/merchant_id"],
    ];
    for (const [more, pointer] of wrong) {
      const answer = await api.call("POST", "/checks", { body: { ...charge(100), ...more } });
      expect([more, answer.status]).toEqual([more, 422]);
      expect([more, answer.json.errors[0].pointer]).toEqual([more, pointer]);
    }
    for (const value of ["100.0", "1e2", "100.00"]) {
      const raw = JSON.stringify(charge(0)).replace('"value":0', `"value":${value}`);
      const answer = await api.call("POST", "/checks", { raw });
      expect([value, answer.status]).toEqual([value, 422]);
      expect(answer.json.errors).toMatchObject([{ pointer: "/amount/value", code: "wrong_type" }]);
    }
    expect((await api.call("POST", "/checks", { body: {} })).json.errors).toHaveLength(2);
  });

  test("ignores an Idempotency-Key: two checks are two checks", async ({ api }) => {
    const headers = { "idempotency-key": "same" };
    const one = await api.call("POST", "/checks", { body: charge(100), headers });
    const other = await api.call("POST", "/checks", { body: charge(200), headers });
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.json.id).not.toBe(other.json.id);
  });

  test("returns the caller's request id, or one of its own", async ({ api }) => {
    const sent = async (id: string) => {
      const headers = { "x-request-id": id };
      return (await api.call("POST", "/checks", { body: charge(100), headers })).headers[
        "x-request-id"
      ];
    };
    expect(await sent("till-7_2026.11")).toBe("till-7_2026.11");
    expect(await sent("a".repeat(64))).toBe("a".repeat(64));
    for (const wrong of ["a".repeat(65), "a b", "é", "4111111111111111"]) {
      expect(await sent(wrong)).toMatch(/^req_/);
    }
  });
});
