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
  readCheckSnapshot(merchantId, terminalId, { at, now });

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
    await insert("risk_rating", "currently_due", 46);
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
    const failed = await Promise.allSettled([
      read(MID, TID),
      read(MID, TID),
      read(MID, "00018645"),
    ]);
    await db.owner.query("alter function away rename to check_snapshot");
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
      const moment = { terminalId, at, now: at };
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
