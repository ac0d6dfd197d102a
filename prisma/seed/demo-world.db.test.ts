import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

const now = new Date();
let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now, password: "a password of the tests" });
});
afterAll(() => db.drop());

async function decide(merchantId: string, terminalId: string, amountMinor: number) {
  const { rows } = await db.owner.query<{ snapshot: CheckSnapshot }>(
    "select check_snapshot($1, $2, $3) as snapshot",
    [merchantId, terminalId, now],
  );
  const proposal = { terminalId, amountMinor, currency: "CNY" };
  const result = evaluateCheck(rows[0]!.snapshot, proposal, now.getTime());
  return { decision: result.decision, codes: result.reasons.map(({ code }) => code), result };
}

describe("the demo world", () => {
  it.each(["00018644", "00018645"])("leaves %s all of its headroom", async (terminalId) => {
    const fine = await decide("898210154110002", terminalId, 5_000_000);
    expect(fine).toMatchObject({ decision: "approve", codes: [] });
    const over = await decide("898210154110002", terminalId, 5_200_000);
    expect(over.codes).toEqual(["PER_TRANSACTION_LIMIT_EXCEEDED"]);
    const { rows } = await db.owner.query(
      `select "window", max_amount_minor from limits join limit_versions using (merchant_id, limit_id)
       where merchant_id = '898210154110002' and (terminal_id = $1 or terminal_id is null) order by 1`,
      [terminalId],
    );
    expect(rows).toEqual([
      { window: "daily", max_amount_minor: "30000000" },
      { window: "per_transaction", max_amount_minor: "5000000" },
    ]);
  });

  it("refuses the suspended merchant and the one with a paper past due", async () => {
    const suspended = await decide("898210154110003", "00018650", 100);
    expect(suspended.codes).toEqual(["MERCHANT_SUSPENDED"]);
    const late = await decide("898210158120004", "00018660", 100);
    expect(late.codes).toEqual(["COMPLIANCE_REQUIREMENT_PAST_DUE"]);
  });

  it("counts what its transactions add up to", async () => {
    const { rows } = await db.owner.query<{ wrong: number; counters: number }>(
      `select count(*)::int as counters, count(*) filter (where c.used_amount_minor is distinct from (
          select sum(t.amount_minor) from transactions t join terminals d using (merchant_id, terminal_id)
          where t.merchant_id = c.merchant_id and t.approved
            and t.occurred_at >= c.window_start and t.occurred_at < c.window_end
            and limit_counts(l, t.terminal_id, d.store, t.currency, t.entry_mode, t.funding_source, t.card_origin)
        ))::int as wrong
       from counters c join limits l using (merchant_id, limit_id)`,
    );
    expect(rows[0]?.wrong).toBe(0);
    expect(rows[0]?.counters).toBeGreaterThan(500);
  });

  it("fills the queue and keeps an unbroken audit chain", async () => {
    const { rows } = await db.owner.query<{ open: number; gaps: number }>(
      `select (select count(*)::int from limit_requests where state in ('submitted', 'in_review', 'info_requested')) as open,
        (select count(*)::int from audit_events e where e.sequence > 1 and not exists (
          select from audit_events p where p.merchant_id = e.merchant_id
            and p.sequence = e.sequence - 1 and p.hash = e.previous_hash)) as gaps`,
    );
    expect(rows[0]?.open).toBeGreaterThan(20);
    expect(rows[0]?.gaps).toBe(0);
  });
});
