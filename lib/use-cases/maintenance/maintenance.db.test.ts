import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flushCheckLog } from "@/lib/data/check-log";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant } from "@/lib/data/test-merchants";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { runCheck } from "@/lib/use-cases/checks/run-check";
import {
  announceMaintenance,
  type WantedMaintenance,
} from "@/lib/use-cases/maintenance/announce-maintenance";
import { cancelMaintenance } from "@/lib/use-cases/maintenance/cancel-maintenance";
import { endMaintenance } from "@/lib/use-cases/maintenance/end-maintenance";
import { listMaintenanceWindows } from "@/lib/use-cases/maintenance/list-maintenance-windows";

const SUNRISE = "898210154110002";
const TERMINAL = "00018644";
const NOON = Date.parse("2026-11-24T04:00:00Z");
const HOUR = 3_600_000;

let db: TestDatabase;

const as = (role: Role, at = NOON): Ctx => ({
  actor: {
    ...{ kind: "user", userId: role, name: role, sessionId: "ses_1", passwordConfirmedAt: at },
    memberships: [{ merchantId: role.startsWith("merchant_") ? SUNRISE : ACQUIRER, role }],
  },
  now: () => new Date(at),
  requestId: "req_test",
});

const outage = (startsAt: number | null, hours = 2): WantedMaintenance => ({
  kind: "outage",
  ...{ startsAt, endsAt: (startsAt ?? NOON) + hours * HOUR },
  ...{ titleEn: "Database upgrade", titleZh: "数据库升级" },
});

const actions = async () =>
  (
    await db.owner.query<{ action: string }>(
      "select action from audit_events where merchant_id = 'acquirer' order by sequence",
    )
  ).rows.map(({ action }) => action);

const announced = async (at = NOON) => {
  const { windows } = await listMaintenanceWindows(as("auditor", at));
  return windows[0]!;
};

const decisionAt = async (at: number) => {
  const question = { proposal: { terminalId: TERMINAL, amountMinor: 100, currency: "CNY" } };
  const answer = { source: "portal", write: () => "{}" } as const;
  const { result } = await runCheck(as("merchant_owner", at), SUNRISE, question, answer);
  return result.decision;
};

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: TERMINAL });
});
afterAll(async () => {
  await flushCheckLog();
  await db.drop();
});
beforeEach(() => db.owner.query("delete from maintenance_windows"));

describe("a maintenance window", () => {
  it("is announced by an approver or an admin, and read by everybody of the acquirer", async () => {
    await announceMaintenance(as("acquirer_approver"), outage(NOON + HOUR));
    await announceMaintenance(as("acquirer_admin"), outage(NOON + 4 * HOUR));
    for (const role of ["acquirer_reviewer", "auditor"] as const) {
      await expect(announceMaintenance(as(role), outage(NOON + HOUR))).rejects.toThrow("permitted");
      expect((await listMaintenanceWindows(as(role))).windows).toHaveLength(2);
    }
    const owner = as("merchant_owner");
    await expect(listMaintenanceWindows(owner)).rejects.toThrow("no such record");
    await expect(announceMaintenance(owner, outage(null))).rejects.toThrow("no such record");
    expect(await actions()).toEqual(["maintenance.announce", "maintenance.announce"]);
  });

  it("starts neither in the past nor ends before it starts", async () => {
    const admin = as("acquirer_admin");
    await expect(announceMaintenance(admin, outage(NOON - 1))).rejects.toMatchObject({
      fields: [{ pointer: "/startsAt" }],
    });
    await expect(announceMaintenance(admin, outage(NOON, 0))).rejects.toMatchObject({
      fields: [{ pointer: "/endsAt" }],
    });
  });

  it("makes checks decline at once while it runs, and no longer once it is ended", async () => {
    expect(await decisionAt(NOON)).toBe("approve");
    await announceMaintenance(as("acquirer_admin"), outage(null));
    const { maintenanceWindowId } = await announced();
    expect(await decisionAt(NOON + 1)).toBe("decline");
    await endMaintenance(as("acquirer_approver", NOON + 2), maintenanceWindowId);
    expect(await decisionAt(NOON + 2)).toBe("approve");
    expect((await actions()).slice(-2)).toEqual(["maintenance.announce", "maintenance.end"]);
  });

  it("is cancelled before it begins, and only ended after", async () => {
    const admin = as("acquirer_admin");
    await announceMaintenance(admin, outage(NOON + HOUR));
    const { maintenanceWindowId: id } = await announced();
    await expect(endMaintenance(admin, id)).rejects.toThrow("does not run");
    const running = as("acquirer_admin", NOON + HOUR);
    await expect(cancelMaintenance(running, id)).rejects.toThrow("has begun");
    await expect(cancelMaintenance(as("auditor"), id)).rejects.toThrow("permitted");
    await cancelMaintenance(admin, id);
    expect((await announced()).isCancelled).toBe(true);
    expect(await decisionAt(NOON + HOUR)).toBe("approve");
    await expect(cancelMaintenance(admin, id)).rejects.toThrow("already");
  });

  it("is ended once by two who do it at the same time", async () => {
    await announceMaintenance(as("acquirer_admin"), outage(null));
    const { maintenanceWindowId: id } = await announced();
    const tries = await Promise.allSettled(
      (["acquirer_admin", "acquirer_approver"] as const).map((role, index) =>
        endMaintenance(as(role, NOON + HOUR + index), id),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
