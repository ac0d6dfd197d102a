import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCheckCandidates, readCheckSnapshot } from "@/lib/data/check-snapshots";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import type { TerminalState } from "@/lib/domain/limit-check/snapshot";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

const MID = "898210154110002";
const TID = "00018644";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "headroom-demo-2026" });
});
afterAll(() => db.drop());

const read = (merchantId: string, terminalId: string, at = Date.now(), now = at) =>
  readCheckSnapshot(merchantId, terminalId, { at, now, mode: "live" });

async function value(sql: string, ...values: unknown[]): Promise<unknown> {
  const { rows } = await db.owner.query<{ value: unknown }>(`select ${sql} as value`, values);
  return rows[0]?.value;
}

describe("what a check reads", () => {
  it("is for every terminal what the parts say one by one", async () => {
    const at = Date.now();
    const when = new Date(at);
    const { rows } = await db.owner.query<{
      merchant_id: string;
      terminal_id: string;
      store: string;
    }>("select merchant_id, terminal_id, store from terminals");
    expect(rows.length).toBeGreaterThan(50);
    for (const { merchant_id: merchantId, terminal_id: terminalId, store } of rows) {
      const snapshot = await read(merchantId, terminalId, at, at - 1);
      expect(snapshot.acquirer).toEqual(await value("acquirer_rules()"));
      expect(snapshot.merchant).toEqual(await value("merchant_state($1)", merchantId));
      expect(snapshot.terminal).toEqual(
        await value("terminal_state($1, $2)", merchantId, terminalId),
      );
      expect(snapshot.amountLimitCurrencies).toEqual(
        await value("amount_limit_currencies($1, $2)", merchantId, when),
      );
      expect(snapshot.maintenance).toEqual(await value("maintenance_states($1)", when));
      const limits = await value(
        `(select coalesce(jsonb_agg(limit_state(l, $4) order by l.limit_id), '[]') from limits l
          where l.merchant_id = $1 and (l.terminal_id = $2 or l.scope = 'merchant' or l.store = $3))`,
        ...[merchantId, terminalId, store, when],
      );
      expect(snapshot.limits).toEqual(limits);
      const all = (await value("requirement_states($1)", merchantId)) as unknown[];
      expect(all).toEqual(expect.arrayContaining([...snapshot.requirements]));
    }
  });

  it("leaves out requirements that cannot matter within 31 days and the lead time", async () => {
    const insert = (code: string, status: string, days: number | null) =>
      db.owner.query(
        `insert into requirements (merchant_id, requirement_id, code, terminal_id, status, due_at, action)
         values ($1, $2, $2, 'X0000001', $3, now() + make_interval(days => $4::int), 'confirm_details')`,
        [MID, code, status, days],
      );
    await db.owner.query("delete from requirements where merchant_id = $1", [MID]);
    await insert("pci_saq", "currently_due", 44);
    await insert("risk_rating", "currently_due", 47);
    await insert("beneficial_owner", "past_due", 400);
    await insert("site_inspection", "eventually_due", null);
    const { requirements } = await read(MID, TID);
    expect(requirements.map(({ code }) => code)).toEqual(["beneficial_owner", "pci_saq"]);
  });

  it("tells a terminal of another merchant from one that is nowhere", async () => {
    expect((await read(MID, "00018650")).terminal).toBe("other_merchant");
    expect((await read(MID, "ZZZZZZZZ")).terminal).toBeNull();
    expect(await read("898210154119999", TID)).toMatchObject({ merchant: null, limits: [] });
  });

  it("keeps merchants, terminals and moments apart, however many ask at once", async () => {
    const at = Date.now();
    const asked = Array.from({ length: 300 }, (_, i) => i);
    const answers = await Promise.all(
      asked.map((i) => {
        if (i % 3 === 0) return read(MID, i % 2 === 0 ? TID : "00018645", at + i);
        if (i % 3 === 1) return read("898210154110003", "00018650");
        return read(MID, TID, at + (i % 2) * 86_400_000, at - 1);
      }),
    );
    answers.forEach(({ merchant, terminal, limits }, i) => {
      expect(merchant?.merchantId).toBe(i % 3 === 1 ? "898210154110003" : MID);
      const expected = i % 3 === 1 ? "00018650" : i % 3 === 0 && i % 2 !== 0 ? "00018645" : TID;
      expect((terminal as TerminalState).terminalId).toBe(expected);
      for (const { terminalId } of limits) expect([null, expected]).toContain(terminalId);
    });
  });

  it("fails for all who share it, and only for them", async () => {
    await db.owner.query("alter function check_snapshot rename to away");
    await db.owner.query("alter function check_counts rename to away_too");
    const failed = await Promise.allSettled([
      read(MID, TID),
      read(MID, TID),
      read(MID, "00018645"),
    ]);
    await db.owner.query("alter function away rename to check_snapshot");
    await db.owner.query("alter function away_too rename to check_counts");
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect((await read(MID, TID)).merchant?.merchantId).toBe(MID);
  });
});

describe("other terminals that might take the charge", () => {
  const merchantId = "898210154118888";

  it("are of the same store first, then by id, deployed ones, at most 20", async () => {
    await db.owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, 'L', 'T', '5411', 'enterprise', 'CNY', 'Asia/Shanghai', 'active')`,
      [merchantId],
    );
    await db.owner.query("insert into stores (merchant_id, store) values ($1, 'A'), ($1, 'B')", [
      merchantId,
    ]);
    await db.owner.query(
      `insert into terminals (merchant_id, terminal_id, store, status)
       select $1, 'T' || lpad(n::text, 7, '0'), case n % 4 when 0 then 'A' when 1 then 'B' end,
         case when n % 5 = 0 then 'retired' else 'deployed' end
       from generate_series(1, 60) n`,
      [merchantId],
    );
    const at = Date.now();
    const of = async (terminalId: string) => {
      const snapshot = await read(merchantId, terminalId);
      const moment = { terminalId, at, now: at, mode: "live" } as const;
      const found = await readCheckCandidates(merchantId, snapshot, moment);
      return found.map(({ terminal }) => terminal as TerminalState);
    };
    const ofA = await of("T0000004");
    expect(ofA).toHaveLength(20);
    const stores = ofA.map(({ store }) => store);
    expect(stores.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => "A"));
    expect(stores.slice(11)).not.toContain("A");
    for (const { status } of ofA) expect(status).toBe("deployed");
    const ids = ofA.map(({ terminalId }) => terminalId);
    expect(ids.slice(0, 11)).toEqual(ids.slice(0, 11).toSorted());
    expect(ids.slice(11)).toEqual(ids.slice(11).toSorted());
    expect(ids).not.toContain("T0000004");
    expect((await of("T0000002")).map(({ terminalId }) => terminalId).slice(0, 2)).toEqual([
      "T0000001",
      "T0000003",
    ]);
  });
});

describe("settings already known", () => {
  const merchantId = "898210154119001";
  const terminalId = "K0000001";
  const when = (sql: string, ...values: unknown[]) => db.owner.query(sql, values);
  const names = async () => {
    const { merchant, terminal, limits, requirements, maintenance, acquirer } = await read(
      merchantId,
      terminalId,
    );
    return { merchant, terminal, limits, requirements, maintenance, acquirer };
  };

  it.each([
    ["the merchant", "update merchants set status = 'suspended' where merchant_id = $1"],
    ["the terminal", "update terminals set status = 'inactive' where merchant_id = $1"],
    [
      "what it reports",
      "update terminals set reported_terminal_id = 'X0000001' where merchant_id = $1",
    ],
    [
      "a switch",
      `insert into merchant_controls (merchant_id, control_id, control, enabled, since, changed_by)
       values ($1, 'mct_1', 'payment_acceptance', false, now(), 'x')`,
    ],
    [
      "a requirement",
      `insert into requirements (merchant_id, requirement_id, code, status, action)
       values ($1, 'q', 'pci_saq', 'past_due', 'confirm_details')`,
    ],
    ["a version", "update limit_versions set max_amount_minor = 7 where merchant_id = $1"],
    [
      "the acquirer's rules",
      "update acquirer_settings set due_soon_days = due_soon_days + 1 where $1 <> ''",
    ],
    [
      "maintenance",
      `insert into maintenance_windows (maintenance_window_id, kind, starts_at, ends_at, title_en,
         title_zh, published_at, created_by)
       select 'mnt_k', 'degraded', now(), now() + interval '1 hour', 'a', 'b', now(), 'x' where $1 <> ''`,
    ],
  ])("are read anew after a change of %s", async (_name, change) => {
    await when(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, 'L', 'T', '5411', 'enterprise', 'CNY', 'Asia/Shanghai', 'active') on conflict do nothing`,
      merchantId,
    );
    await when(
      `insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'deployed')
       on conflict do nothing`,
      merchantId,
      terminalId,
    );
    await when(
      `insert into limits (merchant_id, limit_id, natural_key, scope, "window", currency, terminal_id)
       values ($1, 'lim_k', 'k', 'terminal', 'daily', 'CNY', $2) on conflict do nothing`,
      merchantId,
      terminalId,
    );
    await when(
      `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, origin)
       values ($1, 'lim_k', 1, 'base', 100, 'import') on conflict do nothing`,
      merchantId,
    );
    const before = await names();
    expect(await names()).toEqual(before);
    await when(change, merchantId);
    const after = await names();
    expect(after).not.toEqual(before);
    expect(await names()).toEqual(after);
  });

  it("are not read anew for what a terminal says all day", async () => {
    const stamp = async () => (await read(merchantId, terminalId)).stamp;
    const before = await stamp();
    await when(
      "update terminals set last_seen_at = now(), app_version = '9' where merchant_id = $1",
      merchantId,
    );
    expect(await stamp()).toBe(before);
  });

  it("are read anew when a limit's next version starts", async () => {
    const start = Date.now() + 3_000;
    await when(
      `insert into limit_versions (merchant_id, limit_id, version, kind, max_count, origin, starts_at)
       values ($1, 'lim_k', 2, 'base', 5, 'import', $2)`,
      ...[merchantId, new Date(start)],
    );
    const currencies = async (at: number) =>
      (await read(merchantId, terminalId, at)).amountLimitCurrencies;
    expect(await currencies(start - 2_000)).toEqual(["CNY"]);
    expect(await currencies(start - 1)).toEqual(["CNY"]);
    expect(await currencies(start)).toEqual([]);
  });
});
