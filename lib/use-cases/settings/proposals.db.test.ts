import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestOfficer } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmSettingsChange } from "@/lib/use-cases/settings/confirm-settings-change";
import { countProposals } from "@/lib/use-cases/settings/count-proposals";
import { declineSettingsChange } from "@/lib/use-cases/settings/decline-settings-change";
import { listProposals } from "@/lib/use-cases/settings/list-proposals";
import { withdrawSettingsChange } from "@/lib/use-cases/settings/withdraw-settings-change";
import { askForSignUpLink } from "@/lib/use-cases/users/ask-for-sign-up-link";

const NOON = new Date("2026-11-24T04:00:00Z");
const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR_MS);

type Someone = Extract<Actor, { kind: "user" }>;

let db: TestDatabase;
let admin: Someone;
let admin2: Someone;
let approver: Someone;
let reviewer: Someone;

const as = (actor: Actor, at = NOON): Ctx => ({ actor, now: () => at, requestId: "req_test" });

const threshold = (by: Someone, window: string, at = NOON) =>
  changeSetting(as(by, at), {
    ...{ kind: "four_eyes_threshold", key: `${window}|JPY` },
    ...{ before: { maxAmountMinor: null }, after: { maxAmountMinor: 500_000 } },
  });
const giveRole = (by: Someone, to: Someone, at = NOON) =>
  changeSetting(as(by, at), {
    ...{ kind: "roles", key: to.userId, before: { roles: ["acquirer_approver"] } },
    after: { roles: ["acquirer_approver", "auditor"] },
  });

beforeAll(async () => {
  db = await createTestDatabase();
  admin = await insertTestOfficer(db.owner, "Admin", "acquirer_admin");
  admin2 = await insertTestOfficer(db.owner, "Admin2", "acquirer_admin");
  approver = await insertTestOfficer(db.owner, "Approver", "acquirer_approver");
  reviewer = await insertTestOfficer(db.owner, "Reviewer", "acquirer_reviewer");
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner.query("delete from settings_changes");
  await db.owner.query("delete from four_eyes_thresholds");
  await db.owner.query("delete from sign_up_link_requests");
});

it("shows each what they may confirm, the longest waiting first, and never one's own", async () => {
  await threshold(admin, "daily", later(1));
  await giveRole(admin, approver);
  await askForSignUpLink(as(admin, later(2)), reviewer.userId);
  const forApprover = await listProposals(as(approver, later(3)));
  // The role is the approver's own: somebody else confirms it.
  expect(forApprover.changes.map(({ kind }) => kind)).toEqual(["four_eyes_threshold"]);
  expect(forApprover.links).toMatchObject([{ name: "Reviewer", askedByName: "Admin" }]);
  expect(await countProposals(as(approver, later(3)))).toEqual({
    ...{ settings: 1, limitTemplates: 0, people: 1 },
  });
  const forAdmin2 = await listProposals(as(admin2, later(3)));
  expect(forAdmin2.changes.map(({ kind }) => kind)).toEqual(["roles", "four_eyes_threshold"]);
  expect(forAdmin2.people[approver.userId]).toBe("Approver");
  expect(await countProposals(as(admin2, later(3)))).toMatchObject({ settings: 1, people: 2 });
  const forMaker = await listProposals(as(admin, later(3)));
  expect([forMaker.changes, forMaker.links]).toEqual([[], []]);
  expect(forMaker.own).toHaveLength(2);
});

it("tells the proposer the outcome, for seven days", async () => {
  for (const window of ["daily", "weekly", "monthly"]) await threshold(admin, window);
  const waiting = (await listProposals(as(admin2))).changes;
  const idOf = (window: string) => waiting.find(({ key }) => key === `${window}|JPY`)!.changeId;
  await confirmSettingsChange(as(admin2, later(1)), idOf("daily"));
  await declineSettingsChange(as(approver, later(2)), idOf("weekly"));
  await withdrawSettingsChange(as(admin), idOf("monthly"));
  const own = async (at: Date) =>
    (await listProposals(as(admin, at))).own.map(({ state, decidedByName }) => [
      ...[state, decidedByName],
    ]);
  expect(await own(later(3))).toEqual([
    ["declined", "Approver"],
    ["confirmed", "Admin2"],
  ]);
  expect((await listProposals(as(admin2, later(3)))).own).toEqual([]);
  expect(await own(later(7 * 24 + 1.5))).toEqual([["declined", "Approver"]]);
});

it("counts nothing that is over, and nothing for those who confirm nothing", async () => {
  await threshold(admin, "daily");
  await askForSignUpLink(as(admin), reviewer.userId);
  const late = as(admin2, later(7 * 24));
  expect(await countProposals(late)).toEqual({ settings: 0, limitTemplates: 0, people: 0 });
  await expect(countProposals(as(reviewer))).rejects.toThrow("permitted");
  await expect(listProposals(as(reviewer))).rejects.toThrow("permitted");
});
