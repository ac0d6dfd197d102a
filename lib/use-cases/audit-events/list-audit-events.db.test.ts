import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import type { AuditAction, AuditFilter } from "@/lib/domain/audit";
import { ForbiddenError } from "@/lib/domain/errors";
import { type PageFrom } from "@/lib/domain/page";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";

const M = "898210154110002";
const ANY: AuditFilter = {
  ...{ merchantId: null, actor: null, action: null, subjectId: null, from: null, to: null },
};

let database: TestDatabase;
let people: Record<"li" | "wang" | "reviewer", Actor>;

const as = (actor: Actor, at = "2026-11-24T12:00:00+08:00"): Ctx => ({
  actor,
  now: () => new Date(at),
  requestId: "test",
});

const record = (who: Actor, at: string, subjects: readonly string[], action: AuditAction) =>
  withAcquirer(as(who, at), (db) =>
    recordAuditEvents(
      db,
      as(who, at),
      subjects.map((subjectId) => ({
        ...{ merchantId: M, action, subjectKind: "terminal", subjectId, after: { at } },
      })),
    ),
  );

beforeAll(async () => {
  database = await createTestDatabase();
  await insertTestMerchant(database.owner, { merchantId: M, terminalId: "00018644" });
  people = {
    li: await insertTestOfficer(database.owner, "李敏", "acquirer_admin"),
    wang: await insertTestOfficer(database.owner, "Wang Chen", "acquirer_approver"),
    reviewer: await insertTestOfficer(database.owner, "Reviewer", "acquirer_reviewer"),
  };
  await record(people.li, "2026-11-23T23:59:59.999+08:00", ["A"], "terminal.import");
  await record(people.li, "2026-11-24T00:00:00+08:00", ["B", "C", "D"], "terminal.import");
  await record(people.wang, "2026-11-24T23:59:59.999+08:00", ["E"], "merchant.set_status");
  await record(people.wang, "2026-11-25T00:00:00+08:00", ["F"], "merchant.set_status");
});
afterAll(() => database.drop());

const list = (filter: Partial<AuditFilter>, limit = 10, from: PageFrom = null) =>
  listAuditEvents(as(people.li), { ...ANY, ...filter }, { limit, from });
const subjects = async (filter: Partial<AuditFilter>) => {
  const { rows, total } = await list(filter);
  expect(total).toBe(rows.length);
  return rows.map(({ subjectId }) => subjectId).join("");
};

describe("the audit trail", () => {
  it("is searched by days of the acquirer's zone, both included", async () => {
    expect(await subjects({ from: "2026-11-24", to: "2026-11-24" })).toBe("EDCB");
    expect(await subjects({ from: "2026-11-25" })).toBe("F");
    expect(await subjects({ to: "2026-11-23" })).toBe("A");
  });

  it("is searched by whole name, kind, subject and merchant, together", async () => {
    expect(await subjects({ actor: "李敏" })).toBe("DCBA");
    expect(await subjects({ actor: "李" })).toBe("");
    expect(await subjects({ action: "merchant.set_status", merchantId: M })).toBe("FE");
    expect(await subjects({ subjectId: "C", actor: "李敏", to: "2026-11-24" })).toBe("C");
  });

  it("tells each of the events of one moment once, both ways", async () => {
    for (const limit of [1, 2, 3]) {
      const seen: string[] = [];
      let page = await list({}, limit);
      seen.push(...page.rows.map(({ subjectId }) => subjectId));
      while (page.next) {
        page = await list({}, limit, { key: page.next, backwards: false });
        seen.push(...page.rows.map(({ subjectId }) => subjectId));
      }
      expect(seen.join("")).toBe("FEDCBA");
      let back = page.rows.map(({ subjectId }) => subjectId).join("");
      while (page.previous) {
        page = await list({}, limit, { key: page.previous, backwards: true });
        back = page.rows.map(({ subjectId }) => subjectId).join("") + back;
      }
      expect(back).toBe("FEDCBA");
    }
  });

  it("is not for reviewers", async () => {
    const asked = listAuditEvents(as(people.reviewer), ANY, { limit: 1, from: null });
    await expect(asked).rejects.toThrow(ForbiddenError);
  });
});
