import { DEMO, expect, test } from "./fixtures";
import { cny, importOwnWorld } from "@/e2e/own-world";
import { describeRefusals } from "./refusals";

const OWN = "898210159990002";
const TERMINALS = ["T9990011", "T9990012", "T9990013"] as const;
const [TERMINAL] = TERMINALS;

const beat = (more: Record<string, unknown> = {}) => ({
  app_version: "4.2.1",
  network: "wifi",
  rtt_ms: 38,
  reported_merchant_id: OWN,
  reported_terminal_id: TERMINAL,
  ...more,
});

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await importOwnWorld(OWN, TERMINALS, [
    { terminal_id: TERMINAL, window: "per_transaction", min_amount: 100, max_amount: 5_000 },
    { terminal_id: TERMINAL, window: "daily", max_amount: 20_000, entry_modes: "contactless" },
    { window: "monthly", max_count: 100 },
  ]);
});

describeRefusals({
  method: "GET",
  path: "/terminals",
  scope: "terminals:read",
  allow: "GET, HEAD",
});
describeRefusals({
  method: "GET",
  path: `/terminals/${DEMO.terminal}`,
  scope: "terminals:read",
  allow: "GET, HEAD",
});
describeRefusals({
  method: "GET",
  path: `/terminals/${DEMO.terminal}/headroom`,
  scope: "limits:read",
  allow: "GET, HEAD",
});
describeRefusals({
  method: "POST",
  path: `/terminals/${DEMO.terminal}/heartbeats`,
  scope: "heartbeats:write",
  body: beat({ reported_merchant_id: DEMO.merchant, reported_terminal_id: DEMO.terminal }),
  allow: "POST",
});

test.describe("GET /terminals", () => {
  test("lists each once, page by page", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const first = (await api.call("GET", "/terminals?limit=2", { key })).json;
    const rest = await api.call("GET", `/terminals?limit=2&cursor=${first.next_cursor}`, { key });
    const seen = [...first.data, ...rest.json.data].map((row) => row.terminal_id);
    expect(seen.toSorted()).toEqual(TERMINALS);
    expect(rest.json.next_cursor).toBeNull();
  });

  test("tells what is registered", async ({ api }) => {
    const { json } = await api.call("GET", `/terminals/${DEMO.terminal}`);
    expect(json).toMatchObject({
      terminal_id: DEMO.terminal,
      merchant_id: DEMO.merchant,
      status: "deployed",
      currencies: ["CNY"],
      compliance_status: "compliant",
    });
    const late = await api.keyOf({ owner: DEMO.pastDue.merchant });
    const found = await api.call("GET", `/terminals/${DEMO.pastDue.terminal}`, { key: late });
    expect(found.json.compliance_status).toBe("past_due");
  });

  test("404 to a missing, malformed or another merchant's TID, all the same", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const told = async (path: string, body?: unknown) => {
      const answer = await api.call(body ? "POST" : "GET", path, { key, body });
      expect([path, answer.status]).toEqual([path, 404]);
      return { ...answer.json, instance: "", request_id: "" };
    };
    for (const [after, body] of [[""], ["/headroom"], ["/heartbeats", beat()]] as const) {
      const missing = await told(`/terminals/ZZZZZZZZ${after}`, body);
      for (const tid of [DEMO.terminal, "short", "toolong99", "a%2Fb"]) {
        expect(await told(`/terminals/${tid}${after}`, body)).toEqual(missing);
      }
    }
  });
});

test.describe("GET /terminals/{tid}/headroom", () => {
  test("says what a check with these attributes says", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    for (const entry_mode of ["chip", "contactless", undefined]) {
      const query = entry_mode ? `?entry_mode=${entry_mode}` : "";
      const found = await api.call("GET", `/terminals/${TERMINAL}/headroom${query}`, { key });
      const body = { terminal_id: TERMINAL, amount: cny(100), entry_mode };
      const check = await api.call("POST", "/checks", { key, body });
      const { limits, ...headroom } = found.json;
      expect(headroom).toEqual(check.json.headroom);
      expect(limits).toHaveLength(entry_mode === "chip" ? 2 : 3);
    }
  });

  test("takes the currency of the merchant, or another one", async ({ api }) => {
    const path = `/terminals/${DEMO.terminal}/headroom`;
    expect((await api.call("GET", path)).json.amount.currency).toBe("CNY");
    const usd = (await api.call("GET", `${path}?currency=USD`)).json;
    expect(usd).toMatchObject({ amount: { value: 0, currency: "USD" }, limits: [] });
    for (const query of ["currency=ABC", "entry_mode=x", "funding_source=", "card_origin=mars"]) {
      expect([query, (await api.call("GET", `${path}?${query}`)).status]).toEqual([query, 422]);
    }
  });

  test("is nothing on a suspended merchant's terminal", async ({ api }) => {
    const key = await api.keyOf({ owner: DEMO.suspended.merchant });
    const path = `/terminals/${DEMO.suspended.terminal}/headroom`;
    expect((await api.call("GET", path, { key })).json.amount).toEqual(cny(0));
  });
});

test.describe("POST /terminals/{tid}/heartbeats", () => {
  test("replaces the version and warns of another MID or TID", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const path = `/terminals/${TERMINALS[1]}`;
    const send = (body: unknown) => api.call("POST", `${path}/heartbeats`, { key, body });
    const codes = async () => {
      const body = { terminal_id: TERMINALS[1], amount: cny(100) };
      const { json } = await api.call("POST", "/checks", { key, body });
      return json.reasons.map(({ code }: { code: string }) => code);
    };
    const right = beat({ reported_terminal_id: TERMINALS[1], app_version: "9.9" });
    const answer = await send(right);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const { json } = await api.call("GET", path, { key });
    expect(json.app_version).toBe("9.9");
    expect(Math.abs(Date.now() - Date.parse(json.last_seen_at))).toBeLessThan(60_000);
    expect(await codes()).not.toContain("TERMINAL_CONFIG_MISMATCH");
    await send({ ...right, reported_merchant_id: DEMO.merchant });
    expect(await codes()).toContain("TERMINAL_CONFIG_MISMATCH");
    await send({ ...right, location: { lat: 31.2304, lon: 121.4737 } });
    expect(await codes()).not.toContain("TERMINAL_CONFIG_MISMATCH");
    await send({ ...right, reported_terminal_id: TERMINAL });
    expect(await codes()).toContain("TERMINAL_CONFIG_MISMATCH");
  });

  test("422 to each field that is wrong", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const wrong = [
      { app_version: "" },
      { network: "5g" },
      { rtt_ms: -1 },
      { rtt_ms: 1.5 },
      { rtt_ms: 3_000_000_000 },
      { reported_merchant_id: 1 },
      { reported_terminal_id: "short" },
      { location: { lat: 91, lon: 0 } },
      { location: { lat: 0 } },
      { location: { lat: 0, lon: 0, alt: 1 } },
    ];
    for (const fields of wrong) {
      const body = beat(fields);
      const answer = await api.call("POST", `/terminals/${TERMINAL}/heartbeats`, { key, body });
      expect([fields, answer.status]).toEqual([fields, 422]);
    }
  });
});
