import { decodeTime } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check as checkSchema } from "@/lib/contracts/checks";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
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
            and limit_counts(l, charge_of(t))
        ))::int as wrong
       from counters c join limits l using (merchant_id, limit_id)`,
    );
    expect(rows[0]?.wrong).toBe(0);
    expect(rows[0]?.counters).toBeGreaterThan(500);
  });

  it("fills the queue, and none of it touches the two tills that newcomers try first", async () => {
    const { rows } = await db.owner.query<{ open: number; theirs: number }>(
      `select count(*) filter (where state in ('submitted', 'in_review', 'info_requested'))::int as open,
         count(*) filter (where terminal_id in ('00018644', '00018645'))::int as theirs
       from limit_requests`,
    );
    expect(rows[0]?.open).toBeGreaterThan(25);
    expect(rows[0]?.theirs).toBe(0);
  });

  it("leaves every request in the state it has by the rules", async () => {
    const { rows } = await db.owner.query<{ request: LimitRequest }>(
      "select limit_request_state(r, $1) as request from limit_requests r",
      [now],
    );
    for (const { request } of rows) {
      expect(requestAt(request, now.getTime(), 14).state).toBe(request.state);
      expect(request.requested).not.toEqual(request.current);
    }
    const states = new Set(rows.map(({ request }) => request.state));
    expect([...states].sort()).toEqual([
      ...["applied", "in_review", "info_requested", "rejected", "reverted", "scheduled"],
      ...["submitted", "withdrawn"],
    ]);
  });

  it("links the audit trail in the order things happened, without a gap", async () => {
    const { rows } = await db.owner.query<{ events: number; gaps: number; disorder: number }>(
      `select count(*)::int as events,
         count(*) filter (where e.sequence > 1 and p.hash is distinct from e.previous_hash)::int as gaps,
         count(*) filter (where p.occurred_at > e.occurred_at
           or p.audit_event_id > e.audit_event_id)::int as disorder
       from audit_events e left join audit_events p
         on p.merchant_id = e.merchant_id and p.sequence = e.sequence - 1`,
    );
    expect(rows[0]).toMatchObject({ gaps: 0, disorder: 0 });
    expect(rows[0]?.events).toBeGreaterThan(100);
  });

  it("gives ids the time of what they name", async () => {
    const { rows } = await db.owner.query<{ id: string; at: Date }>(
      `select limit_request_id as id, submitted_at as at from limit_requests
       union all select check_id, evaluated_at from checks
       union all select transaction_id, occurred_at from transactions limit 500`,
    );
    for (const { id, at } of rows) expect(decodeTime(id.slice(4))).toBe(at.getTime());
  });

  it("made of its granted requests what the limits are and were", async () => {
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const maxOf = async (window: string, moment: Date) => {
      const { rows } = await db.owner.query<{ max: string }>(
        `select (version_in_force(l.merchant_id, l.limit_id, $2)).max_amount_minor as max
         from limits l where l.terminal_id = '00018647' and l."window" = $1`,
        [window, moment],
      );
      return Number(rows[0]?.max);
    };
    expect(await maxOf("daily", at(-80))).toBe(20_000_000);
    expect(await maxOf("daily", now)).toBe(30_000_000);
    expect(await maxOf("daily", at(10))).toBe(50_000_000);
    expect(await maxOf("daily", at(13))).toBe(30_000_000);
    expect(await maxOf("per_transaction", at(-33))).toBe(8_000_000);
    expect(await maxOf("per_transaction", now)).toBe(5_000_000);
  });

  it("remembers every check in the shape of the contract", async () => {
    const { rows } = await db.owner.query<{ answer: unknown }>("select answer from checks");
    expect(rows.length).toBeGreaterThan(100);
    for (const { answer } of rows) {
      const { error } = checkSchema.safeParse(answer);
      expect(error?.issues ?? []).toEqual([]);
    }
  });

  it("warns of nothing on the two tills within the reach of a check", async () => {
    for (const days of [-1, 1, 14, 30]) {
      const then = new Date(now.getTime() + days * 86_400_000);
      const { rows } = await db.owner.query<{ snapshot: CheckSnapshot }>(
        "select check_snapshot('898210154110002', '00018644', $1) as snapshot",
        [then],
      );
      const proposal = { terminalId: "00018644", amountMinor: 100, currency: "CNY" };
      expect(evaluateCheck(rows[0]!.snapshot, proposal, then.getTime()).reasons).toEqual([]);
    }
  });
});
