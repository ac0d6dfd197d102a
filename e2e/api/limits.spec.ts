import { DEMO, expect, test } from "./fixtures";
import { cny, importOwnWorld } from "@/e2e/own-world";
import { describeRefusals } from "./refusals";

const OWN = "898210159990003";
const TERMINAL = "T9990021";
const OTHER_TERMINAL = "T9990022";
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await importOwnWorld(
    OWN,
    [TERMINAL, OTHER_TERMINAL],
    [
      { terminal_id: TERMINAL, window: "per_transaction", min_amount: 100, max_amount: 5_000 },
      { terminal_id: TERMINAL, window: "daily", max_amount: 30_000, max_count: 7 },
      { terminal_id: TERMINAL, window: "daily", max_amount: 0, funding_sources: "debit;credit" },
      { terminal_id: OTHER_TERMINAL, window: "daily", max_count: 7, starts_at: inDays(90) },
      { terminal_id: OTHER_TERMINAL, window: "monthly", max_count: 7, ends_at: inDays(-1) },
      { window: "monthly", max_count: 100 },
    ],
  );
});

describeRefusals({ method: "GET", path: "/limits", scope: "limits:read", allow: "GET, HEAD" });

test.describe("GET /limits", () => {
  test("lists what is in force or scheduled, newest first", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const { json } = await api.call("GET", "/limits", { key });
    expect(json.next_cursor).toBeNull();
    const ids: string[] = json.data.map(({ limit_id: id }: { limit_id: string }) => id);
    expect(ids).toHaveLength(5);
    expect(ids.toSorted().toReversed()).toEqual(ids);
    const scheduled = json.data.filter(({ status }: { status: string }) => status === "scheduled");
    expect(scheduled).toMatchObject([
      { terminal_id: OTHER_TERMINAL, window: "daily", starts_at: expect.any(String) },
    ]);
  });

  test("shapes each window as the contract does", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const sale = {
      external_id: `limits-${Date.now()}`,
      terminal_id: TERMINAL,
      amount: cny(2_810),
      response_code: "00",
      occurred_at: new Date().toISOString(),
      funding_source: "prepaid",
    };
    await api.call("POST", "/transactions", { key, body: sale });
    const { json } = await api.call("GET", `/limits?terminal_id=${TERMINAL}`, { key });
    const find = (window: string, funding: number) =>
      json.data.find(
        (one: { window: string; filters: { funding_sources: string[] } }) =>
          one.window === window && one.filters.funding_sources.length === funding,
      );
    expect(find("daily", 0)).toEqual({
      limit_id: expect.stringMatching(/^lim_[0-9A-HJKMNP-TV-Z]{26}$/),
      ...{ scope: "terminal", store: null, terminal_id: TERMINAL },
      ...{ window: "daily", window_seconds: null, currency: "CNY" },
      filters: {
        ...{ entry_modes: [], funding_sources: [], card_origins: [] },
        ...{ time_from: null, time_to: null, days_of_week: [] },
      },
      min_amount: null,
      amount: {
        ...{ limit: cny(30_000), used: cny(2_810), reserved: cny(0), remaining: cny(27_190) },
        percent_used: 9.4,
      },
      count: { limit: 7, used: 1, reserved: 0, remaining: 6, percent_used: 14.3 },
      resets_at: expect.stringMatching(/T00:00:00\+08:00$/),
      ...{ starts_at: null, ends_at: null, status: "active", version: 1, pending_request_id: null },
    });
    expect(find("per_transaction", 0)).toMatchObject({
      min_amount: cny(100),
      amount: {
        ...{ limit: cny(5_000), used: null, reserved: null, remaining: null, percent_used: null },
      },
      ...{ count: null, resets_at: null },
    });
    expect(find("daily", 2)).toMatchObject({
      filters: { funding_sources: ["debit", "credit"] },
      amount: { limit: cny(0), used: cny(0), remaining: cny(0) },
    });
    expect(find("monthly", 0)).toMatchObject({
      scope: "merchant",
      terminal_id: null,
      amount: null,
    });
  });

  test("filters, and pages what it filtered", async ({ api }) => {
    const key = await api.keyOf({ owner: OWN });
    const list = async (query: string) => (await api.call("GET", `/limits?${query}`, { key })).json;
    expect((await list(`terminal_id=${TERMINAL}`)).data).toHaveLength(4);
    expect((await list(`terminal_id=${OTHER_TERMINAL}`)).data).toHaveLength(2);
    expect((await list("scope=merchant")).data).toHaveLength(1);
    expect((await list("scope=store")).data).toHaveLength(0);
    expect((await list("window=daily")).data).toHaveLength(3);
    const first = await list("window=daily&limit=2");
    const rest = await list(`window=daily&limit=2&cursor=${first.next_cursor}`);
    expect([first.data.length, rest.data.length, rest.next_cursor]).toEqual([2, 1, null]);
    for (const query of ["scope=shop", "window=yearly", "terminal_id=x", "cursor=AAAA"]) {
      expect([query, (await api.call("GET", `/limits?${query}`)).status]).toEqual([query, 422]);
    }
  });

  test("shows nothing of another merchant", async ({ api }) => {
    const { json } = await api.call("GET", `/limits?terminal_id=${TERMINAL}`);
    expect(json).toEqual({ data: [], next_cursor: null });
    const own = await api.call("GET", `/limits?terminal_id=${DEMO.terminal}`);
    expect(own.json.data).toHaveLength(2);
  });
});
