import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";
import { getMerchant } from "@/lib/use-cases/merchants/get-merchant";
import { setMerchantStatus } from "@/lib/use-cases/merchants/set-merchant-status";
import { setMerchantSwitch } from "@/lib/use-cases/merchants/set-merchant-switch";
import { listNotifications } from "@/lib/use-cases/notifications/list-notifications";
import { markNotificationsRead } from "@/lib/use-cases/notifications/mark-notifications-read";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  for (const [merchantId, name] of [
    [SUNRISE, "Sunrise 晨曦"],
    [HARBOUR, "Harbour Tea"],
  ]) {
    await db.owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, $2, $2, '5812', 'micro', 'CNY', 'Asia/Shanghai', 'active')`,
      [merchantId, name],
    );
    await db.owner.query(
      `insert into merchant_controls (merchant_id, control_id, control, enabled, since, changed_by)
       values ($1, 'ctl_1', 'payment_acceptance', true, now(), 'import'), ($1, 'ctl_2', 'settlement', true, now(), 'import')`,
      [merchantId],
    );
  }
  await db.owner.query(
    `insert into users (user_id, email, name) values ('usr_owner', 'o@x.test', 'Owner')`,
  );
  await db.owner.query(
    `insert into memberships (merchant_id, user_id, role) values ($1, 'usr_owner', 'merchant_owner')`,
    [SUNRISE],
  );
  await db.owner.query(
    `insert into terminals (merchant_id, terminal_id, status, serial_number) values ($1, '00018644', 'deployed', 'SN-1')`,
    [SUNRISE],
  );
  await db.owner.query(`insert into terminal_directory values ('00018644', $1)`, [SUNRISE]);
});
afterAll(() => db.drop());

const as = (userId: string, merchantId: string, role: Role) => ({
  actor: {
    kind: "user" as const,
    userId,
    name: userId,
    sessionId: "ses_1",
    memberships: [{ merchantId, role }],
    passwordConfirmedAt: Date.now(),
  },
  now: () => new Date(),
  requestId: "req_1",
});
const admin = as("usr_admin", "acquirer", "acquirer_admin");
const owner = as("usr_owner", SUNRISE, "merchant_owner");

describe("a merchant's status", () => {
  it("is changed by staff, told to the owner and left in the audit trail", async () => {
    const { merchant } = await getMerchant(admin, SUNRISE);
    const change = {
      status: "suspended",
      reason: "Site visit failed",
      seenVersion: merchant.version,
    } as const;
    await setMerchantStatus(admin, SUNRISE, change);
    expect((await getMerchant(owner, SUNRISE)).merchant).toMatchObject({
      status: "suspended",
      statusReason: "Site visit failed",
      statusBy: "usr_admin",
    });
    const news = await listNotifications(owner, SUNRISE, { limit: 10, after: null });
    expect(news).toMatchObject({ unread: 1, rows: [{ kind: "merchant_status_changed" }] });
    await markNotificationsRead(owner, SUNRISE, null);
    expect(await listNotifications(owner, SUNRISE, { limit: 10, after: null })).toMatchObject({
      unread: 0,
    });
    const any = {
      merchantId: SUNRISE,
      actor: null,
      action: null,
      subjectId: null,
      from: null,
      to: null,
    };
    const trail = await listAuditEvents(admin, any, { limit: 10, from: null });
    expect(trail.rows[0]).toMatchObject({
      action: "merchant.set_status",
      before: { status: "active" },
      after: { status: "suspended" },
    });
    await expect(
      setMerchantStatus(admin, SUNRISE, { ...change, status: "active" }),
    ).rejects.toThrow(ConflictError);
  });

  it("is not for reviewers, owners or strangers", async () => {
    const change = { status: "closed", reason: "none at all", seenVersion: 1 } as const;
    const reviewer = as("usr_r", "acquirer", "acquirer_reviewer");
    await expect(setMerchantStatus(reviewer, HARBOUR, change)).rejects.toThrow(ForbiddenError);
    await expect(setMerchantStatus(owner, HARBOUR, change)).rejects.toThrow(NotFoundError);
    await expect(setMerchantStatus(owner, SUNRISE, change)).rejects.toThrow(ForbiddenError);
    await expect(getMerchant(owner, HARBOUR)).rejects.toThrow(NotFoundError);
  });
});

it("keeps the history of a switch and lets the faster of two changes win", async () => {
  const { switches } = await getMerchant(admin, HARBOUR);
  const present = switches.find((one) => one.control === "payment_acceptance");
  const change = {
    control: "payment_acceptance",
    enabled: false,
    reason: "Papers missing",
    seenSince: present!.since,
  } as const;
  const both = await Promise.allSettled(
    [1, 2].map(() => setMerchantSwitch(admin, HARBOUR, change)),
  );
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const after = (await getMerchant(admin, HARBOUR)).switches;
  expect(after.filter((one) => one.control === "payment_acceptance")).toMatchObject([
    { enabled: false, reason: "Papers missing", until: null },
    { enabled: true },
  ]);
});
