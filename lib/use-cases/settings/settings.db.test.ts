import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getAcquirerSettings, getFourEyesThreshold } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant } from "@/lib/data/test-merchants";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import type { SettingsWish } from "@/lib/domain/settings/settings-change";
import { getAcquirerName } from "@/lib/use-cases/acquirer/get-acquirer-name";
import { getAcquirerTerms } from "@/lib/use-cases/acquirer/get-acquirer-terms";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmSettingsChange } from "@/lib/use-cases/settings/confirm-settings-change";
import { declineSettingsChange } from "@/lib/use-cases/settings/decline-settings-change";
import { getSettings } from "@/lib/use-cases/settings/get-settings";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";
import { previewSetting } from "@/lib/use-cases/settings/preview-setting";
import { withdrawSettingsChange } from "@/lib/use-cases/settings/withdraw-settings-change";

const SUNRISE = "898210154110002";
const NOON = new Date("2026-11-24T04:00:00Z");
const DAY_MS = 86_400_000;

let db: TestDatabase;

const as = (userId: string, role: Role, at = NOON): Ctx => ({
  actor: {
    ...{ kind: "user", userId, name: userId, sessionId: "ses_1" },
    memberships: [{ merchantId: role.startsWith("merchant_") ? SUNRISE : ACQUIRER, role }],
    passwordConfirmedAt: at.getTime(),
  },
  now: () => at,
  requestId: "req_test",
});
const admin = as("admin", "acquirer_admin");
const admin2 = as("admin2", "acquirer_admin");
const approver = as("approver", "acquirer_approver");

const MIDNIGHT = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const dayTo = (cutOverTime: string): SettingsWish => ({
  ...{ kind: "business_day", key: "", before: MIDNIGHT, after: { ...MIDNIGHT, cutOverTime } },
});
const threshold = (before: number | null, after: number | null): SettingsWish => ({
  ...{ kind: "four_eyes_threshold", key: "daily|CNY" },
  ...{ before: { maxAmountMinor: before }, after: { maxAmountMinor: after } },
});
const rolesOf = (userId: string, before: Role[], after: Role[]): SettingsWish => ({
  ...{ kind: "roles", key: userId, before: { roles: before }, after: { roles: after } },
});

const KINDS = ["business_day", "four_eyes_threshold", "reason_code_map", "roles"] as const;
const waiting = async (ctx = admin) => (await listSettingsChanges(ctx, KINDS)).waiting;
const waitingId = async () => (await waiting())[0]!.change.changeId;
const cutOver = () =>
  withAcquirer(admin, async (open) => (await getAcquirerSettings(open)).cutOverTime);
const stampOf = async () =>
  (
    await db.owner.query<{ stamp: string }>(
      "select stamp from configuration_stamps where merchant_id = 'acquirer'",
    )
  ).rows[0]!.stamp;

const trail = async () =>
  (
    await db.owner.query<{ said: string }>(
      `select actor_id || ' ' || action as said from audit_events
       where merchant_id = 'acquirer' order by sequence`,
    )
  ).rows.map(({ said }) => said);

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  for (const maxAmountMinor of [100, 200, 300]) {
    const window = (["daily", "weekly", "monthly"] as const)[maxAmountMinor / 100 - 1]!;
    await insertTestLimit(
      db.owner,
      SUNRISE,
      { terminalId: "00018644", window },
      { maxAmountMinor },
    );
  }
  for (const [userId, role] of [
    ["admin", "acquirer_admin"],
    ["admin2", "acquirer_admin"],
    ["reviewer", "acquirer_reviewer"],
  ]) {
    await db.owner.query(
      "insert into users (user_id, email, name, password_hash) values ($1, $1 || '@a.test', $1, 'x')",
      [userId],
    );
    await db.owner.query("insert into memberships values ('acquirer', $1, $2)", [userId, role]);
  }
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner.query("delete from settings_changes");
  await db.owner.query("delete from four_eyes_thresholds");
  await db.owner.query(
    "update acquirer_settings set time_zone = 'Asia/Shanghai', cut_over_time = '00:00'",
  );
});

describe("a change of the acquirer's rules", () => {
  it("takes effect when another admin or approver confirms it, never by its maker", async () => {
    expect(await changeSetting(admin, dayTo("04:00"))).toBe("proposed");
    expect(await cutOver()).toBe("00:00");
    const changeId = await waitingId();
    await expect(confirmSettingsChange(admin, changeId)).rejects.toThrow("permitted");
    await expect(declineSettingsChange(admin, changeId)).rejects.toThrow("permitted");
    const reviewer = as("reviewer", "acquirer_reviewer");
    await expect(confirmSettingsChange(reviewer, changeId)).rejects.toThrow("permitted");
    const stamp = await stampOf();
    await confirmSettingsChange(approver, changeId);
    expect(await cutOver()).toBe("04:00");
    expect(await stampOf()).not.toBe(stamp);
    expect((await trail()).slice(-2)).toEqual([
      "admin settings_change.propose",
      "approver settings_change.confirm",
    ]);
    await expect(confirmSettingsChange(admin2, changeId)).rejects.toThrow();
  });

  it("keeps its maker from confirming even in the database", async () => {
    await changeSetting(admin, dayTo("04:00"));
    await expect(
      db.owner.query(
        `update settings_changes set state = 'confirmed', decided_by_user_id = 'admin',
           decided_at = now()`,
      ),
    ).rejects.toThrow("check");
  });

  it("has one outcome when two confirm and one declines at once", async () => {
    await changeSetting(admin, dayTo("04:00"));
    const changeId = await waitingId();
    const third = as("admin3", "acquirer_admin");
    const tries = await Promise.allSettled([
      confirmSettingsChange(admin2, changeId),
      confirmSettingsChange(approver, changeId),
      declineSettingsChange(third, changeId),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const decided = (await trail()).filter((said) => /confirm|decline/.test(said));
    const { over } = await listSettingsChanges(admin, KINDS);
    expect(over).toHaveLength(1);
    expect(decided.at(-1)).toContain(over[0]!.state === "confirmed" ? "confirm" : "decline");
    expect(await cutOver()).toBe(over[0]!.state === "confirmed" ? "04:00" : "00:00");
  });

  it("is not confirmed when what it was made of no longer stands", async () => {
    await db.owner.query("insert into four_eyes_thresholds values ('daily', 'CNY', 100)");
    expect(await changeSetting(admin, threshold(100, 500))).toBe("proposed");
    expect(await changeSetting(admin2, threshold(100, 50))).toBe("applied");
    const [one] = await waiting(approver);
    expect(one).toMatchObject({ stands: false, mayDecide: true, mayWithdraw: false });
    const { changeId } = one!.change;
    await expect(confirmSettingsChange(approver, changeId)).rejects.toMatchObject({
      code: "settings-moved",
    });
    const read = () => withAcquirer(admin, (open) => getFourEyesThreshold(open, "daily", "CNY"));
    expect(await read()).toBe(50);
    await declineSettingsChange(approver, changeId);
    expect(await waiting()).toEqual([]);
    await expect(changeSetting(admin, threshold(100, 40))).rejects.toMatchObject({
      code: "settings-moved",
    });
  });

  it("waits once per setting, for seven days", async () => {
    await changeSetting(admin, dayTo("04:00"));
    await expect(changeSetting(admin2, dayTo("05:00"))).rejects.toMatchObject({
      code: "change-waits",
    });
    const changeId = await waitingId();
    const late = new Date(NOON.getTime() + 7 * DAY_MS);
    const lateAdmin = as("admin2", "acquirer_admin", late);
    await expect(confirmSettingsChange(lateAdmin, changeId)).rejects.toThrow("does not wait");
    expect((await listSettingsChanges(lateAdmin, KINDS)).over[0]!.state).toBe("expired");
    expect(await changeSetting(lateAdmin, dayTo("05:00"))).toBe("proposed");
  });

  it("is taken back by its maker alone", async () => {
    await changeSetting(admin, dayTo("04:00"));
    const changeId = await waitingId();
    await expect(withdrawSettingsChange(admin2, changeId)).rejects.toThrow("permitted");
    await withdrawSettingsChange(admin, changeId);
    expect(await waiting()).toEqual([]);
    await expect(confirmSettingsChange(admin2, changeId)).rejects.toThrow("does not wait");
  });

  it("is made by admins alone, and seen by nobody of a merchant", async () => {
    for (const ctx of [approver, as("auditor", "auditor")]) {
      await expect(changeSetting(ctx, dayTo("04:00"))).rejects.toThrow("permitted");
    }
    const owner = as("owner", "merchant_owner");
    await expect(changeSetting(owner, dayTo("04:00"))).rejects.toThrow("no such record");
    await expect(listSettingsChanges(owner, KINDS)).rejects.toThrow("no such record");
  });

  it("of what only warns or tells applies at once", async () => {
    const { warnPercent } = await withAcquirer(admin, getAcquirerSettings);
    const wish = { before: { warnPercent }, after: { warnPercent: 85 } };
    expect(await changeSetting(admin, { kind: "warn_percent", key: "", ...wish })).toBe("applied");
    expect((await withAcquirer(admin, getAcquirerSettings)).warnPercent).toBe(85);
    expect((await trail()).at(-1)).toBe("admin settings.set");
  });
});

describe("what merchants see of the acquirer", () => {
  it("is set by one admin, within its range, and read at once", async () => {
    const { name, decisionHours, questionDays } = await withAcquirer(admin, getAcquirerSettings);
    expect([decisionHours, questionDays]).toEqual([24, 14]);
    const wishes: SettingsWish[] = [
      { kind: "acquirer_name", key: "", before: { name }, after: { name: "Lotus 莲花" } },
      { kind: "decision_hours", key: "", before: { decisionHours }, after: { decisionHours: 8 } },
      { kind: "question_days", key: "", before: { questionDays }, after: { questionDays: 7 } },
    ];
    const stamp = await stampOf();
    for (const wish of wishes) expect(await changeSetting(admin, wish)).toBe("applied");
    expect(await stampOf()).not.toBe(stamp);
    expect(await withAcquirer(admin, getAcquirerSettings)).toMatchObject({
      ...{ name: "Lotus 莲花", decisionHours: 8, questionDays: 7 },
    });
    expect(await getAcquirerName()).toBe("Lotus 莲花");
    const terms = await getAcquirerTerms(as("owner", "merchant_owner"), SUNRISE);
    expect(terms).toEqual({ decisionHours: 8, questionDays: 7 });
    expect((await trail()).slice(-3)).toEqual(Array(3).fill("admin settings.set"));
    await expect(changeSetting(approver, wishes[0]!)).rejects.toThrow("permitted");
  });

  it("tells when a request would be due by other office hours", async () => {
    const before = { officeFrom: "00:00", officeTo: "24:00", officeDays: [1, 2, 3, 4, 5, 6, 7] };
    const after = { officeFrom: "09:00", officeTo: "18:00", officeDays: [5] };
    const wish: SettingsWish = { kind: "office_hours", key: "", before, after };
    const { needsSecond, effect } = await previewSetting(admin, wish);
    expect(needsSecond).toBe(false);
    // Tuesday noon: eight hours of Friday, 09:00 to 18:00.
    expect(effect.due).toEqual({
      before: NOON.getTime() + 8 * 3_600_000,
      after: Date.parse("2026-11-27T17:00:00+08:00"),
    });
    expect(await changeSetting(admin, wish)).toBe("applied");
    expect(await withAcquirer(admin, getAcquirerSettings)).toMatchObject(after);
  });

  it("cannot be beyond its range even in the database", async () => {
    for (const fault of [
      ...["decision_hours = 0", "question_days = 91", "name = ' '"],
      ...["office_to = '09:00'", "office_days = '{}'", "office_days = '{8}'"],
    ]) {
      const answer = db.owner.query(`update acquirer_settings set ${fault}`);
      await expect(answer).rejects.toThrow("check");
    }
  });

  it("tells before which open questions would be over", async () => {
    const ask = (id: string, days: number) =>
      db.owner.query(
        `insert into limit_requests (merchant_id, limit_request_id, state, limit_id, natural_key, scope,
           "window", currency, filters, justification, required_approvals, maker_side, maker_kind,
           maker_id, maker_name, due_at, submitted_at, question_asked_at)
         values ($1, $2, 'info_requested', $2, $2, 'merchant', 'daily', 'CNY', '{}', 'for a festival',
           1, 'merchant', 'user', 'usr_1', 'Wang', now(), now(), $3)`,
        [SUNRISE, id, new Date(NOON.getTime() - days * DAY_MS)],
      );
    await ask("lrq_new", 1);
    await ask("lrq_old", 5);
    await ask("lrq_over", 20);
    const before = { questionDays: 14 };
    const preview = (questionDays: number) =>
      previewSetting(admin, { kind: "question_days", key: "", before, after: { questionDays } });
    expect((await preview(5)).effect.questions).toEqual({ open: 2, over: 1 });
    expect(await preview(6)).toEqual({
      ...{ needsSecond: false, effect: { questions: { open: 2, over: 0 } } },
    });
    await db.owner.query("delete from limit_requests");
  });
});

describe("other currencies", () => {
  it("are listed with merchants', and without a threshold take two people", async () => {
    await insertTestMerchant(db.owner, { merchantId: "898210154110009", terminalId: "00018649" });
    await db.owner.query("update merchants set currency = 'KWD' where merchant_id = $1", [
      "898210154110009",
    ]);
    const { currencies, thresholds } = await getSettings(admin);
    expect(currencies).toEqual(["CNY", "KWD"]);
    expect(thresholds).toEqual([]);
    const read = () => withAcquirer(admin, (open) => getFourEyesThreshold(open, "daily", "KWD"));
    expect(await read()).toBeNull();
    const wish: SettingsWish = {
      ...{ kind: "four_eyes_threshold", key: "daily|KWD" },
      ...{ before: { maxAmountMinor: null }, after: { maxAmountMinor: 1_500_125 } },
    };
    expect(await changeSetting(admin, wish)).toBe("proposed");
    await confirmSettingsChange(approver, await waitingId());
    expect(await read()).toBe(1_500_125);
  });
});

describe("codes of reasons", () => {
  const map = (after: Record<string, string | null>): SettingsWish => ({
    ...{ kind: "reason_code_map", key: "unionpay_v21", before: { CARD_EXPIRED: "54" }, after },
  });
  const codeNow = async () =>
    (
      await db.owner.query<{ code: string }>(
        `select response_code as code from reason_code_map
         where profile_id = 'unionpay_v21' and reason_code = 'CARD_EXPIRED'`,
      )
    ).rows[0]?.code;

  it("change when confirmed, or show none any more", async () => {
    await changeSetting(admin, map({ CARD_EXPIRED: "05" }));
    expect(await codeNow()).toBe("54");
    await confirmSettingsChange(admin2, await waitingId());
    expect(await codeNow()).toBe("05");
    const back = { before: { CARD_EXPIRED: "05" }, after: { CARD_EXPIRED: null } };
    await changeSetting(admin, { kind: "reason_code_map", key: "unionpay_v21", ...back });
    await confirmSettingsChange(admin2, await waitingId());
    expect(await codeNow()).toBeUndefined();
  });

  it("are codes of the profile", async () => {
    await db.owner.query(
      `insert into reason_code_map values ('unionpay_v21', 'CARD_EXPIRED', '54')
       on conflict (profile_id, reason_code) do update set response_code = '54'`,
    );
    await expect(changeSetting(admin, map({ CARD_EXPIRED: "ZZ" }))).rejects.toMatchObject({
      fields: [{ pointer: "/after/CARD_EXPIRED" }],
    });
  });
});

describe("roles of the acquirer's people", () => {
  it("are granted with a second person who is not the one they are granted to", async () => {
    const wish = rolesOf(
      "reviewer",
      ["acquirer_reviewer"],
      ["acquirer_reviewer", "acquirer_approver"],
    );
    expect(await changeSetting(admin, wish)).toBe("proposed");
    const changeId = await waitingId();
    const themselves = as("reviewer", "acquirer_approver");
    await expect(confirmSettingsChange(themselves, changeId)).rejects.toThrow("permitted");
    await confirmSettingsChange(admin2, changeId);
    const { rows } = await db.owner.query<{ role: string }>(
      "select role from memberships where user_id = 'reviewer' order by role",
    );
    expect(rows.map(({ role }) => role)).toEqual(["acquirer_approver", "acquirer_reviewer"]);
    const fewer = rolesOf(
      "reviewer",
      ["acquirer_reviewer", "acquirer_approver"],
      ["acquirer_reviewer"],
    );
    expect(await changeSetting(admin, fewer)).toBe("applied");
    expect((await trail()).at(-1)).toBe("admin user.set_roles");
  });

  it("are not one's own to change, and the last admin stays", async () => {
    const demoted = (userId: string) => rolesOf(userId, ["acquirer_admin"], ["auditor"]);
    await expect(changeSetting(admin, demoted("admin"))).rejects.toThrow("permitted");
    await db.owner.query("update users set deactivated_at = now() where user_id = 'admin'");
    await expect(changeSetting(admin, demoted("admin2"))).rejects.toMatchObject({
      code: "last-admin",
    });
    await db.owner.query("update users set deactivated_at = null where user_id = 'admin'");
  });
});

describe("the preview of a change", () => {
  it("counts what it is about and changes nothing", async () => {
    const { needsSecond, effect } = await previewSetting(admin, dayTo("04:00"));
    expect(needsSecond).toBe(true);
    expect(effect).toMatchObject({ countedLimits: 3, openRequests: 0 });
    const raised = await previewSetting(admin, threshold(null, 99));
    expect(raised.effect.above).toEqual({ before: 1, after: 1 });
    expect((await previewSetting(admin, threshold(null, 100))).effect.above?.after).toBe(0);
    const other = { responseCodeProfile: "unionpay_v21" };
    const profile = await previewSetting(admin, {
      ...{ kind: "response_code_profile", key: "" },
      ...{ before: { responseCodeProfile: "catch_all" }, after: other },
    });
    expect(profile.effect.codes).toContainEqual({
      ...{ reasonCode: "MERCHANT_CLOSED", before: "21", after: "03" },
    });
    expect(await waiting()).toEqual([]);
  });
});
