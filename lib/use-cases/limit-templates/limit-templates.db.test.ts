import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant } from "@/lib/data/test-merchants";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { fillInLimits } from "@/lib/use-cases/limit-templates/fill-in-limits";
import { listLimitTemplates } from "@/lib/use-cases/limit-templates/list-limit-templates";
import { getMerchantOverview } from "@/lib/use-cases/merchants/get-merchant-overview";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmSettingsChange } from "@/lib/use-cases/settings/confirm-settings-change";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";

const NEW = "898210154110002";
const LIVE = "898210154110003";
const BOTH = "898210154110004";
const NOON = new Date("2026-11-24T04:00:00Z");

let db: TestDatabase;

const as = (role: Role, userId: string = role): Ctx => ({
  actor: {
    ...{ kind: "user", userId, name: userId, sessionId: "ses_1" },
    memberships: [{ merchantId: role.startsWith("merchant_") ? NEW : ACQUIRER, role }],
    passwordConfirmedAt: NOON.getTime(),
  },
  now: () => NOON,
  requestId: "req_test",
});
const admin = as("acquirer_admin");

const maximaOf = async (merchantId: string) =>
  (
    await db.owner.query<{ window: string; modes: string[]; max: string; origin: string }>(
      `select l."window", l.entry_modes as modes, v.max_amount_minor as max, v.origin
       from limits l join limit_versions v using (merchant_id, limit_id)
       where l.merchant_id = $1 order by v.max_amount_minor, l."window"`,
      [merchantId],
    )
  ).rows;

beforeAll(async () => {
  db = await createTestDatabase();
  for (const [index, merchantId] of [NEW, LIVE, BOTH].entries()) {
    await insertTestMerchant(db.owner, { merchantId, terminalId: `0001864${index}` });
  }
  await db.owner.query(
    "insert into users (user_id, email, name) values ('owner', 'owner@new.test', 'Wang Chen')",
  );
  await db.owner.query("insert into memberships values ($1, 'owner', 'merchant_owner')", [NEW]);
  await db.owner.query("update merchants set status = 'pending' where merchant_id <> $1", [LIVE]);
});
afterAll(() => db.drop());

describe("limit templates", () => {
  it("fill in the limits of a merchant that is not live yet, once, and say so", async () => {
    expect(await fillInLimits(as("acquirer_approver"), NEW)).toEqual({ made: 5 });
    const limits = await maximaOf(NEW);
    expect(limits.every(({ origin }) => origin === "template")).toBe(true);
    expect(limits.map(({ window, max }) => `${window} ${max}`)).toContain("daily 30000000");
    await expect(fillInLimits(admin, NEW)).rejects.toMatchObject({ code: "limits-stand" });
    const overview = await getMerchantOverview(admin, NEW);
    expect(overview!.fromTemplate).toHaveLength(5);
    const { rows } = await db.owner.query(
      "select from audit_events where merchant_id = $1 and action = 'limit.fill_in'",
      [NEW],
    );
    expect(rows).toHaveLength(5);
    const told = await db.owner.query("select from notifications where merchant_id = $1", [NEW]);
    expect(told.rows).toHaveLength(5);
  });

  it("serve a merchant of another currency by its own lines, and say so where there are none", async () => {
    const yen = "898210154110007";
    await insertTestMerchant(db.owner, { merchantId: yen, terminalId: "00018647" });
    await db.owner.query(
      "update merchants set status = 'pending', currency = 'JPY' where merchant_id = $1",
      [yen],
    );
    await expect(fillInLimits(admin, yen)).rejects.toMatchObject({ code: "no-template" });
    const line = { kind: "limit_template" as const, key: "individual||card|daily|JPY" };
    const values = { before: { maxAmountMinor: null }, after: { maxAmountMinor: 6_000_000 } };
    expect(await changeSetting(admin, { ...line, ...values })).toBe("applied");
    expect(await fillInLimits(admin, yen)).toEqual({ made: 1 });
    const { rows } = await db.owner.query(
      `select l.currency, v.max_amount_minor as max from limits l
       join limit_versions v using (merchant_id, limit_id) where l.merchant_id = $1`,
      [yen],
    );
    expect(rows).toEqual([{ currency: "JPY", max: "6000000" }]);
  });

  it("give a live merchant nothing, and nobody else may fill them in", async () => {
    await expect(fillInLimits(admin, LIVE)).rejects.toMatchObject({ code: "limits-stand" });
    for (const role of ["acquirer_reviewer", "auditor"] as const) {
      await expect(fillInLimits(as(role), BOTH)).rejects.toThrow("permitted");
    }
    await expect(fillInLimits(as("merchant_owner"), BOTH)).rejects.toThrow("no such record");
    expect(await maximaOf(LIVE)).toEqual([]);
  });

  it("are filled in once by two at the same time", async () => {
    const tries = await Promise.allSettled([fillInLimits(admin, BOTH), fillInLimits(admin, BOTH)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await maximaOf(BOTH)).toHaveLength(5);
  });

  it("change no limit that stands, and loosen with two people only", async () => {
    const before = await maximaOf(NEW);
    const key = "individual||card|daily|CNY";
    const to = (from: number, maxAmountMinor: number) => ({
      ...{ kind: "limit_template" as const, key },
      ...{ before: { maxAmountMinor: from }, after: { maxAmountMinor } },
    });
    expect(await changeSetting(admin, to(30_000_000, 20_000_000))).toBe("applied");
    expect(await changeSetting(admin, to(20_000_000, 40_000_000))).toBe("proposed");
    const daily = async () =>
      (await listLimitTemplates(admin)).templates.find(
        ({ tier, channel, window }) =>
          tier === "individual" && channel === "card" && window === "daily",
      )?.maxAmountMinor;
    expect(await daily()).toBe(20_000_000);
    const { waiting } = await listSettingsChanges(admin, ["limit_template"]);
    await confirmSettingsChange(as("acquirer_approver"), waiting[0]!.change.changeId);
    expect(await daily()).toBe(40_000_000);
    expect(await maximaOf(NEW)).toEqual(before);
  });
});
