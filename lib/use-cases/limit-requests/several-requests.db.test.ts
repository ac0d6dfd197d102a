import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import {
  insertTestLimit,
  insertTestMerchant,
  insertTestOfficer,
  insertTestUser,
} from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import { MOST_ASKED_TOGETHER, type SharedChange } from "@/lib/domain/limit-requests/shared-change";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { listLimitRequests } from "@/lib/use-cases/limit-requests/list-limit-requests";
import { listSelectedLimits } from "@/lib/use-cases/limit-requests/list-selected-limits";
import { previewSeveralRequests } from "@/lib/use-cases/limit-requests/preview-several-requests";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";
import { withdrawLimitRequest } from "@/lib/use-cases/limit-requests/withdraw-limit-request";

const M = "898210154110002";
const T = "00018644";
const OTHER = "898210154110003";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const ANY = { text: null, scope: null, window: null };

type Person = Awaited<ReturnType<typeof insertTestUser>>;
let database: TestDatabase;
let people: Record<"boss" | "partner" | "staff" | "reviewer" | "stranger", Person>;
let single = "";
let daily = "";
let foreign = "";
let others = "";
let clock = NOW;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(clock), requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    partner: await insertTestUser(owner, "Partner", M, "merchant_owner"),
    staff: await insertTestUser(owner, "Staff", M, "merchant_staff"),
    reviewer: await insertTestOfficer(owner, "Rita", "acquirer_reviewer"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
  await owner.query(
    "insert into four_eyes_thresholds values ('per_transaction', 'CNY', 6000000), ('daily', 'CNY', 30000000)",
  );
});
afterAll(() => database.drop());

beforeEach(async () => {
  clock = NOW;
  const { owner } = database;
  for (const table of [
    ...["limit_request_events", "limit_requests", "notifications"],
    ...["counters", "limit_versions", "limits"],
  ]) {
    await owner.query(`delete from ${table}`);
  }
  const insert = (merchantId: string, window: "per_transaction" | "daily", currency = "CNY") =>
    insertTestLimit(
      owner,
      merchantId,
      { terminalId: merchantId === M ? T : "00018650", window, currency },
      { maxAmountMinor: window === "daily" ? 30_000_000 : 5_000_000 },
    );
  single = await insert(M, "per_transaction");
  daily = await insert(M, "daily");
  foreign = await insert(M, "daily", "USD");
  others = await insert(OTHER, "daily");
});

const raise: SharedChange = {
  ...{ metric: "max_amount", step: { by: "percent", value: 12_000 }, currency: "CNY" },
  ...{ startsAt: null, endsAt: null },
};
const lower: SharedChange = { ...raise, step: { by: "percent", value: 8_000 } };

const preview = (actor: Actor, limitIds: string[], change = raise) =>
  previewSeveralRequests(as(actor), M, { limitIds, change });

type Otherwise = { by?: Actor; justification?: string };

const sendPlan = (plan: RequestPlan | undefined, change = raise, otherwise: Otherwise = {}) => {
  if (!plan?.ok) throw new Error("This plan cannot be sent.");
  const { limitId, asked, seen } = plan;
  const { by = people.boss, justification = "The spring festival." } = otherwise;
  return submitLimitRequest(as(by), M, {
    ...{ target: { limitId }, asked, seen, justification },
    ...{ startsAt: change.startsAt, endsAt: change.endsAt },
  });
};

const requests = async () =>
  (await listLimitRequests(as(people.boss), M, { limit: 50, before: null })).requests;

const rejects = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code });

describe("the selected limits", () => {
  it("are those named that are one's own, in that order", async () => {
    const found = await listSelectedLimits(as(people.boss), M, {
      limitIds: [daily, others, "lim_none", single],
    });
    expect(found.limits.map(({ limitId }) => limitId)).toEqual([daily, single]);
    expect(found.limits[0]).toMatchObject({
      ...{ terminalId: T, window: "daily", current: { maxAmountMinor: 30_000_000 } },
    });
  });

  it("are all that the table finds", async () => {
    const filter = { ...ANY, window: "daily" } as const;
    const found = await listSelectedLimits(as(people.boss), M, { filter });
    expect(found.limits.map(({ limitId }) => limitId).toSorted()).toEqual(
      [daily, foreign].toSorted(),
    );
  });

  it("are none where more are found than may be asked about together", async () => {
    for (let n = 0; n < MOST_ASKED_TOGETHER; n += 1) {
      const terminalId = `9${String(n).padStart(7, "0")}`;
      await database.owner.query(
        `insert into terminals (merchant_id, terminal_id, status, entry_modes, currencies)
         values ($1, $2, 'deployed', '{}', '{CNY}') on conflict do nothing`,
        [M, terminalId],
      );
      const limit = { terminalId, window: "daily" } as const;
      await insertTestLimit(database.owner, M, limit, { maxAmountMinor: 1 });
    }
    const found = await listSelectedLimits(as(people.boss), M, { filter: ANY });
    expect(found).toMatchObject({ isTooMany: true, limits: [] });
  });

  it("are shown to those alone who may ask", async () => {
    await rejects(listSelectedLimits(as(people.staff), M, { limitIds: [daily] }), "forbidden");
    await rejects(listSelectedLimits(as(people.stranger), M, { limitIds: [daily] }), "not-found");
  });
});

describe("the preview", () => {
  it("tells each limit's own way and asks nothing", async () => {
    const plans = await preview(people.boss, [single, daily, foreign, others]);
    expect(plans).toMatchObject([
      { limitId: single, ok: true, after: { maxAmountMinor: 6_000_000 }, seen: { approvals: 1 } },
      { limitId: daily, ok: true, after: { maxAmountMinor: 36_000_000 }, seen: { approvals: 2 } },
      // No threshold for that currency: two people.
      { limitId: foreign, ok: true, seen: { approvals: 2 } },
      { limitId: others, ok: false, code: "gone" },
    ]);
    expect(await requests()).toEqual([]);
  });

  it("leaves out a limit with an open request, until its time is over", async () => {
    const endsAt = NOW + DAY_MS;
    const [plan] = await preview(people.boss, [single], { ...raise, endsAt });
    const open = await sendPlan(plan, { ...raise, endsAt });
    expect(await preview(people.boss, [single])).toEqual([
      { limitId: single, ok: false, code: "open_request", openRequestId: open.limitRequestId },
    ]);
    clock = endsAt;
    expect(await preview(people.boss, [single])).toMatchObject([{ ok: true }]);
  });

  it("is not stopped by the acquirer's own tightening to come", async () => {
    await submitLimitRequest(as(people.reviewer), M, {
      target: { limitId: single },
      asked: { max_amount: { amountMinor: 4_000_000, currency: "CNY" } },
      ...{ justification: "Losses of the season.", startsAt: NOW + DAY_MS, endsAt: null },
    });
    expect(await preview(people.boss, [single])).toMatchObject([{ ok: true }]);
  });

  it("is for those alone who may ask, without a fresh password", async () => {
    await rejects(preview(people.staff, [single]), "forbidden");
    await rejects(preview(people.stranger, [single]), "not-found");
    expect(await preview({ ...people.boss, passwordConfirmedAt: 0 }, [single])).toHaveLength(1);
  });
});

describe("sending what was shown", () => {
  it("makes a request of each, or lowers it at once", async () => {
    const up = await preview(people.boss, [single, foreign]);
    expect(await sendPlan(up[0])).toMatchObject({ state: "submitted", requiredApprovals: 1 });
    expect(await sendPlan(up[1])).toMatchObject({ state: "submitted", requiredApprovals: 2 });
    const [down] = await preview(people.boss, [daily], lower);
    expect(await sendPlan(down, lower)).toMatchObject({
      ...{ state: "applied", isTightening: true, requested: { maxAmountMinor: 24_000_000 } },
    });
    expect(await requests()).toHaveLength(3);
  });

  it("is refused when the limit changed after it was shown", async () => {
    const [plan] = await preview(people.boss, [single]);
    await submitLimitRequest(as(people.reviewer), M, {
      target: { limitId: single },
      asked: { max_amount: { amountMinor: 4_000_000, currency: "CNY" } },
      ...{ justification: "Losses of the season.", startsAt: null, endsAt: null },
    });
    await rejects(sendPlan(plan), "limit-moved");
  });

  it("is refused when more people would have to approve than was said", async () => {
    const [plan] = await preview(people.boss, [single]);
    const { owner } = database;
    const set = (amount: number) =>
      owner.query(
        `update four_eyes_thresholds set max_amount_minor = $1 where "window" = 'per_transaction'`,
        [amount],
      );
    await set(1);
    await rejects(sendPlan(plan), "limit-moved");
    await set(6_000_000);
    expect(await sendPlan(plan)).toMatchObject({ state: "submitted" });
  });

  it("never touches another merchant's limit", async () => {
    const [plan] = await previewSeveralRequests(as(people.stranger), OTHER, {
      ...{ limitIds: [others], change: raise },
    });
    await rejects(sendPlan(plan), "not-found");
    expect(await requests()).toEqual([]);
  });
});

describe("sending again what was shown, as after an answer that was lost", () => {
  const written = async () => {
    const count = async (table: string) =>
      Number((await database.owner.query(`select count(*) n from ${table}`)).rows[0].n);
    return {
      events: await count("limit_request_events"),
      versions: await count("limit_versions"),
      audited: await count("audit_events"),
      notified: await count("notifications"),
    };
  };

  it("answers a lowering that applies as applied, and writes nothing", async () => {
    const [down] = await preview(people.boss, [daily], lower);
    clock += 1_000;
    const first = await sendPlan(down, lower);
    const before = await written();
    clock += 60_000;
    expect(await sendPlan(down, lower)).toMatchObject({
      ...{ limitRequestId: first.limitRequestId, state: "applied", isTightening: true },
    });
    expect(await written()).toEqual(before);
    expect(await requests()).toHaveLength(1);
  });

  it("answers a lowering to come as scheduled", async () => {
    const later = { ...lower, startsAt: NOW + DAY_MS };
    const [down] = await preview(people.boss, [daily], later);
    const first = await sendPlan(down, later);
    expect(await sendPlan(down, later)).toMatchObject({
      ...{ limitRequestId: first.limitRequestId, state: "scheduled" },
    });
  });

  it("answers the open request, also where another number of people would approve by now", async () => {
    const [up] = await preview(people.boss, [single]);
    const first = await sendPlan(up);
    const before = await written();
    const set = (amount: number) =>
      database.owner.query(
        `update four_eyes_thresholds set max_amount_minor = $1 where "window" = 'per_transaction'`,
        [amount],
      );
    await set(1);
    expect(await sendPlan(up)).toEqual(first);
    await set(6_000_000);
    expect(await written()).toEqual(before);
  });

  it("answers both of two sent together with the one request", async () => {
    const [plan] = await preview(people.boss, [single]);
    const [one, other] = await Promise.all([sendPlan(plan), sendPlan(plan)]);
    expect(one.limitRequestId).toBe(other.limitRequestId);
    expect(await requests()).toHaveLength(1);
    const [down] = await preview(people.boss, [daily], lower);
    const lowered = await Promise.all([sendPlan(down, lower), sendPlan(down, lower)]);
    expect(new Set(lowered.map(({ limitRequestId }) => limitRequestId)).size).toBe(1);
    expect(lowered.map(({ state }) => state)).toEqual(["applied", "applied"]);
    expect(await requests()).toHaveLength(2);
  });

  it("refuses what another person asked alike", async () => {
    const [up, down] = [
      (await preview(people.boss, [single]))[0],
      (await preview(people.boss, [daily], lower))[0],
    ];
    await sendPlan(up, raise, { by: people.partner });
    await sendPlan(down, lower, { by: people.partner });
    await rejects(sendPlan(up), "limit-request-open");
    await rejects(sendPlan(down, lower), "limit-moved");
    expect(await requests()).toHaveLength(2);
  });

  it("refuses another value, reason or period", async () => {
    const [up] = await preview(people.boss, [single]);
    await sendPlan(up);
    await rejects(sendPlan(up, raise, { justification: "Another reason." }), "limit-request-open");
    await rejects(sendPlan(up, { ...raise, endsAt: NOW + DAY_MS }), "limit-request-open");
    const [down] = await preview(people.boss, [daily], lower);
    const most = { ...lower, step: { by: "percent", value: 7_000 } } as const;
    const [further] = await preview(people.boss, [daily], most);
    await sendPlan(down, lower);
    await rejects(sendPlan(further, most), "limit-moved");
    expect(await requests()).toHaveLength(2);
  });

  it("refuses where the request was made before this was looked at", async () => {
    const [down] = await preview(people.boss, [daily], lower);
    await sendPlan(down, lower);
    if (!down?.ok) throw new Error("This plan cannot be sent.");
    const lookedAtLater = { ...down, seen: { ...down.seen, at: clock + 1 } };
    await rejects(sendPlan(lookedAtLater, lower), "limit-moved");
  });

  it("asks anew where the request was withdrawn and the limit is as it was seen", async () => {
    const [up] = await preview(people.boss, [single]);
    const { limitRequestId } = await sendPlan(up);
    await withdrawLimitRequest(as(people.boss), M, limitRequestId);
    const again = await sendPlan(up);
    expect(again.limitRequestId).not.toBe(limitRequestId);
    expect(again.state).toBe("submitted");
  });
});
