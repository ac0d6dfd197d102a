import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import { getCompliance } from "@/lib/use-cases/compliance/get-compliance";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const NOON = new Date("2026-11-24T04:00:00Z");

let db: TestDatabase;
let staff: Actor;
let stranger: Actor;

const as = (actor: Actor): Ctx => ({ actor, now: () => NOON, requestId: "req_test" });

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await insertTestMerchant(db.owner, { merchantId: HARBOUR, terminalId: "00018645" });
  staff = await insertTestUser(db.owner, "Staff", SUNRISE, "merchant_staff");
  stranger = await insertTestUser(db.owner, "Stranger", HARBOUR, "merchant_owner");
  await db.owner.query(
    `insert into merchant_controls (merchant_id, control_id, control, enabled, reason, since, until, changed_by)
     values ($1, 'ctl_1', 'settlement', true, null, '2026-01-01', '2026-11-01', 'operator'),
       ($1, 'ctl_2', 'settlement', false, 'Account closed', '2026-11-01', null, 'Sofia Tan')`,
    [SUNRISE],
  );
  await db.owner.query(
    `insert into requirements (merchant_id, requirement_id, code, status, due_at, affects, action, updated_at)
     values ($1, 'rqm_1', 'pci_saq', 'currently_due', '2026-11-23', '{payment_acceptance}', 'confirm_details', now())`,
    [SUNRISE],
  );
});
afterAll(() => db.drop());

it("tells staff how the switches stand, what was before, and what has become late", async () => {
  const standing = await getCompliance(as(staff), SUNRISE);
  expect(standing.switches.settlement).toMatchObject({ enabled: false, reason: "Account closed" });
  expect(standing.switches.payment_acceptance.enabled).toBe(true);
  expect(standing.periods.map(({ enabled, until }) => [enabled, until !== null])).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(standing.requirements).toMatchObject([{ code: "pci_saq", status: "past_due" }]);
  expect(standing.status).toBe("past_due");
  expect(standing.now).toBe(NOON.getTime());
});

it("says nothing to another merchant's people", async () => {
  await expect(getCompliance(as(stranger), SUNRISE)).rejects.toBeInstanceOf(NotFoundError);
});
