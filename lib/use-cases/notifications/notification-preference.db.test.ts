import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withMerchant } from "@/lib/data/db";
import { notifyOwners, notifyOwnersOf } from "@/lib/data/notifications";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import { getNotificationPreference } from "@/lib/use-cases/notifications/get-notification-preference";
import { setNotificationPreference } from "@/lib/use-cases/notifications/set-notification-preference";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const NOON = new Date("2026-11-24T04:00:00Z");

let db: TestDatabase;
let owner: Actor & { kind: "user" };
let other: Actor & { kind: "user" };
let officer: Actor;
let stranger: Actor;

const as = (actor: Actor): Ctx => ({ actor, now: () => NOON, requestId: "req_test" });
const usage = (percent: number) => ({ kind: "usage_reached", params: { percent }, href: null });
const news = (kind: string) => ({ kind, params: {}, href: null });

async function heard(userId: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ what: string }>(
    `select concat_ws(' ', kind, params->>'percent') as what from notifications
     where merchant_id = $1 and user_id = $2 order by notification_id`,
    [SUNRISE, userId],
  );
  return rows.map(({ what }) => what);
}

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await insertTestMerchant(db.owner, { merchantId: HARBOUR, terminalId: "00018645" });
  owner = await insertTestUser(db.owner, "Owner", SUNRISE, "merchant_owner");
  other = await insertTestUser(db.owner, "Other", SUNRISE, "merchant_owner");
  stranger = await insertTestUser(db.owner, "Stranger", HARBOUR, "merchant_owner");
  officer = await insertTestOfficer(db.owner, "Officer", "acquirer_reviewer");
});
beforeEach(async () => {
  await db.owner.query("truncate notifications, notification_preferences");
});
afterAll(() => db.drop());

it("keeps back what a person chose, and only from that person", async () => {
  const quiet = { mutedKinds: ["request_submitted"], mutedPercents: [80] } as const;
  await setNotificationPreference(as(owner), SUNRISE, quiet);
  await withMerchant(as(officer), SUNRISE, async (inside) => {
    for (const one of [usage(80), usage(90), news("request_submitted"), news("limit_changed")]) {
      await notifyOwners(inside, SUNRISE, as(officer), one);
    }
  });
  expect(await heard(owner.userId)).toEqual(["usage_reached 90", "limit_changed"]);
  expect(await heard(other.userId)).toHaveLength(4);
});

it("is kept to by those who tell the owners of many merchants, too", async () => {
  const quiet = { mutedKinds: ["request_expired"], mutedPercents: [] } as const;
  await setNotificationPreference(as(owner), SUNRISE, quiet);
  await withAcquirer({ ...as(owner), actor: { kind: "system" } }, (inside) =>
    notifyOwnersOf(inside, as(owner), [
      { merchantId: SUNRISE, notification: news("request_expired") },
      { merchantId: SUNRISE, notification: news("request_applied") },
    ]),
  );
  expect(await heard(owner.userId)).toEqual(["request_applied"]);
  expect(await heard(other.userId)).toHaveLength(2);
});

it("is the person's own, and the last choice stands", async () => {
  await setNotificationPreference(as(owner), SUNRISE, { mutedKinds: [], mutedPercents: [80, 90] });
  await setNotificationPreference(as(owner), SUNRISE, { mutedKinds: [], mutedPercents: [90] });
  const kept = await getNotificationPreference(as(owner), SUNRISE);
  expect(kept).toEqual({ mutedKinds: [], mutedPercents: [90] });
  const others = await getNotificationPreference(as(other), SUNRISE);
  expect(others).toEqual({ mutedKinds: [], mutedPercents: [] });
});

it("cannot silence a change of limits, switches or status, not even past the form", async () => {
  const loud = { mutedKinds: ["switch_changed"], mutedPercents: [] } as never;
  await expect(setNotificationPreference(as(owner), SUNRISE, loud)).rejects.toThrow();
});

it("is closed to strangers", async () => {
  const none = { mutedKinds: [], mutedPercents: [] };
  await expect(getNotificationPreference(as(stranger), SUNRISE)).rejects.toThrow(NotFoundError);
  await expect(setNotificationPreference(as(stranger), SUNRISE, none)).rejects.toThrow(
    NotFoundError,
  );
});
