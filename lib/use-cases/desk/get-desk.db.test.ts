import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import type { Role } from "@/lib/domain/access/actor";
import { DECISION_PARTS } from "@/lib/domain/desk/desk";
import { NotFoundError } from "@/lib/domain/errors";
import { getDesk } from "@/lib/use-cases/desk/get-desk";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const NOW = new Date("2026-11-28T04:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

let db: TestDatabase;

type Request = {
  id: string;
  due: number;
  waited?: number;
  state?: string;
  claimedBy?: string;
  makers?: string[];
  approvals?: number;
  ends?: number;
};

async function ask(request: Request): Promise<void> {
  const { id, due, waited = 1, state = "submitted", claimedBy = null, makers = [] } = request;
  await db.owner.query(
    `insert into limit_requests (merchant_id, limit_request_id, state, limit_id, natural_key, scope,
       terminal_id, "window", currency, filters, justification, required_approvals, maker_side,
       maker_kind, maker_id, maker_name, due_at, submitted_at, claimed_by_user_id, maker_user_ids,
       approvals, ends_at, question_asked_at)
     values ($1, $2, $3, $2, $2, 'terminal', '00018644', 'daily', 'CNY', '{}', 'because of a festival',
       2, 'merchant', 'user', 'usr_1', 'Wang', $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[SUNRISE, id, state, hours(due), hours(-waited), claimedBy, makers],
      ...[request.approvals ?? 0, request.ends === undefined ? null : hours(request.ends)],
      state === "info_requested" ? hours(-1) : null,
    ],
  );
}

beforeAll(async () => {
  db = await createTestDatabase();
  for (const [merchantId, name] of [
    [SUNRISE, "Sunrise"],
    [HARBOUR, "Harbour Tea"],
  ]) {
    await db.owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, $2, $2, '5411', 'micro', 'CNY', 'Asia/Shanghai', 'active')`,
      [merchantId, name],
    );
  }
  await db.owner.query(
    "insert into terminals (merchant_id, terminal_id, status) values ($1, '00018644', 'deployed')",
    [SUNRISE],
  );
  await ask({ id: "late", due: 0, waited: 30, claimedBy: "usr_approver" });
  await ask({ id: "later", due: -3, waited: 100 });
  await ask({ id: "today", due: 1, waited: 4 });
  // Midnight in Shanghai is 12 hours away: the last instant of today, and the first of tomorrow.
  await ask({ id: "tonight", due: 11.9 });
  await ask({ id: "tomorrow", due: 12 });
  await ask({ id: "asked", due: -1, state: "info_requested" });
  await ask({ id: "over", due: -1, ends: -1 });
  await ask({ id: "second", due: 40, approvals: 1, state: "in_review" });
  await ask({ id: "own", due: 41, approvals: 1, state: "in_review", makers: ["usr_approver"] });
  await ask({ id: "seen", due: 42, approvals: 1, state: "in_review" });
  await db.owner.query(
    `insert into limit_decisions (merchant_id, limit_request_id, sequence, decision, decided_by_user_id,
       decided_by_name, decided_at) values ($1, 'seen', 1, 'approve', 'usr_approver', 'A', now())`,
    [SUNRISE],
  );
});
afterAll(() => db.drop());

const as = (role: Role) => ({
  actor: {
    kind: "user" as const,
    userId: role === "acquirer_approver" ? "usr_approver" : "usr_other",
    name: "Somebody",
    sessionId: "ses_1",
    memberships: [{ merchantId: "acquirer", role }],
    passwordConfirmedAt: 0,
  },
  now: () => NOW,
  requestId: "req_1",
});
const deskOf = (role: Role) => getDesk(as(role));

async function parts(role: Role) {
  const { decisions } = await deskOf(role);
  return Object.fromEntries(
    DECISION_PARTS.map((part) => [part, decisions[part].items.map((item) => item.limitRequestId)]),
  );
}

describe("decisions due", () => {
  it("stand by deadline: past, and until the business day ends", async () => {
    const { overdue, due_today } = await parts("auditor");
    expect(overdue).toEqual(["later", "late"]);
    expect(due_today).toEqual(["today", "tonight"]);
  });

  it("are the reader's own: claimed, and second approvals that the reader may give", async () => {
    expect(await parts("acquirer_approver")).toMatchObject({ mine: ["late"], second: ["second"] });
    expect(await parts("acquirer_reviewer")).toMatchObject({ mine: [], second: [] });
  });

  it("are told by age, a step beginning at its hour", async () => {
    const { queueAges } = await deskOf("auditor");
    expect(queueAges).toEqual([5, 1, 0, 1, 0, 1]);
  });
});

describe("merchants in trouble", () => {
  it("are none at first", async () => {
    const { suspended, pastDue, refusing } = await deskOf("auditor");
    expect({ suspended, pastDue, refusing }).toEqual({
      suspended: { count: 0, items: [] },
      pastDue: { count: 0, items: [] },
      refusing: [],
    });
  });

  it("are those with five refusals of one code in six hours", async () => {
    const refuse = (count: number, merchantId: string, at: Date, code = "61") =>
      db.owner.query(
        `insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id,
           kind, amount_minor, currency, response_code, approved, business_date)
         select $1, $2, $4 || $3 || n, $4 || $3 || n, '00018644', 'sale', 100, 'CNY', $4, false, '2026-11-28'
         from generate_series(1, $5::int) n`,
        [merchantId, at, at.toISOString(), code, count],
      );
    await refuse(4, SUNRISE, hours(-1));
    await refuse(3, SUNRISE, hours(-6));
    await refuse(3, SUNRISE, hours(-2), "51");
    await refuse(5, HARBOUR, hours(-5.9));
    const { refusing } = await deskOf("auditor");
    expect(refusing).toMatchObject([{ merchantId: HARBOUR, responseCode: "61", count: 5 }]);
  });

  it("are the suspended, and those whose papers stop payments from the deadline on", async () => {
    await db.owner.query(
      "update merchants set status = 'suspended', status_reason = 'Site visit' where merchant_id = $1",
      [HARBOUR],
    );
    const owe = (code: string, status: string, due: Date | null, expires: Date | null) =>
      db.owner.query(
        `insert into requirements (merchant_id, requirement_id, code, status, due_at,
           document_expires_at, affects, action)
         values ($1, $2, $2, $3, $4, $5, '{payment_acceptance}', 'upload_document')`,
        [SUNRISE, code, status, due, expires],
      );
    await owe("business_license", "satisfied", hours(-90), NOW);
    await owe("pci_saq", "currently_due", hours(-48), null);
    await owe("beneficial_owner", "past_due", null, null);
    await owe("site_inspection", "currently_due", hours(1), null);
    await owe("risk_rating", "pending_verification", hours(-1), null);
    const { suspended, pastDue } = await deskOf("auditor");
    expect(suspended).toMatchObject({ count: 1, items: [{ reason: "Site visit" }] });
    expect(pastDue.count).toBe(3);
    expect(pastDue.items.map(({ code }) => code)).toEqual([
      ...["pci_saq", "business_license", "beneficial_owner"],
    ]);
  });
});

it("tells maintenance that is published and not over", async () => {
  const plan = (id: string, from: number, to: number, published: boolean, cancelled = false) =>
    db.owner.query(
      `insert into maintenance_windows (maintenance_window_id, kind, starts_at, ends_at, title_en,
         title_zh, published_at, cancelled_at, created_by)
       values ($1, 'outage', $2, $3, 'Upgrade', '升级', $4, $5, 'x')`,
      [id, hours(from), hours(to), published ? hours(-9) : null, cancelled ? NOW : null],
    );
  await plan("running", -1, 1, true);
  await plan("over", -2, 0, true);
  await plan("coming", 5, 6, true);
  await plan("draft", 5, 6, false);
  await plan("cancelled", 5, 6, true, true);
  const { maintenance } = await deskOf("auditor");
  expect(maintenance.map((window) => window.maintenanceWindowId)).toEqual(["running", "coming"]);
});

it("is the acquirer's alone", async () => {
  const stranger = {
    ...as("auditor"),
    actor: {
      ...as("auditor").actor,
      memberships: [{ merchantId: SUNRISE, role: "merchant_owner" }],
    },
  } as const;
  expect(() => getDesk(stranger)).toThrow(NotFoundError);
});

it("compares by what an index may answer before a policy has been asked", async () => {
  const { rows } = await db.owner.query<{ leakproof: boolean }>(
    `select bool_and(proleakproof) as leakproof from pg_proc
     where proname in ('timestamptz_gt', 'timestamptz_le', 'texteq')`,
  );
  expect(rows[0]?.leakproof).toBe(true);
});
