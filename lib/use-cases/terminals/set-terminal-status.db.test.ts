import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flushCheckLog } from "@/lib/data/check-log";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { runCheck } from "@/lib/use-cases/checks/run-check";
import { listNotifications } from "@/lib/use-cases/notifications/list-notifications";
import { getTerminalDetail } from "@/lib/use-cases/terminals/get-terminal-detail";
import { getTerminal } from "@/lib/use-cases/terminals/get-terminal";
import { setTerminalStatus } from "@/lib/use-cases/terminals/set-terminal-status";

const M = "898210154110002";
const OTHER = "898210154110003";
const T = "00018644";
const REASON = "Stolen with the van.";

let database: TestDatabase;
let people: Record<"approver" | "admin" | "reviewer" | "auditor" | "boss" | "stranger", Actor>;
const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(), requestId: "req_test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  people = {
    approver: await insertTestOfficer(owner, "Li Min", "acquirer_approver"),
    admin: await insertTestOfficer(owner, "Sofia", "acquirer_admin"),
    reviewer: await insertTestOfficer(owner, "Rita", "acquirer_reviewer"),
    auditor: await insertTestOfficer(owner, "Otto", "auditor"),
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
});
afterAll(async () => {
  await flushCheckLog();
  await database.drop();
});

beforeEach(async () => {
  await database.owner.query("delete from notifications");
  await database.owner.query("update terminals set status = 'deployed'");
});

const seen = async () => (await getTerminal(as(people.admin), M, T)).terminal;

async function become(status: TerminalStatus, actor = people.approver, reason = REASON) {
  const { version } = await seen();
  const change = { terminalId: T, status, reason, seenVersion: version };
  return setTerminalStatus(as(actor), M, change);
}

async function check() {
  const amount = { amountMinor: 100, currency: "CNY" };
  const proposal = { terminalId: T, ...amount, entryMode: "chip" } as const;
  const answer = { source: "portal", write: () => "{}" } as const;
  const { result } = await runCheck(as(people.boss), M, { proposal }, answer);
  return { decision: result.decision, codes: result.reasons.map(({ code }) => code) };
}

describe("a terminal's status", () => {
  it("is heeded by the very next check, both ways", async () => {
    expect(await check()).toMatchObject({ decision: "approve" });
    await become("lost");
    const stopped = await check();
    expect(stopped.decision).toBe("decline");
    expect(stopped.codes).toContain("TERMINAL_INACTIVE");
    await become("deployed", people.admin);
    expect(await check()).toMatchObject({ decision: "approve" });
  });

  it("is told to the owner and left in the trail, with its reason", async () => {
    await become("lost");
    const news = await listNotifications(as(people.boss), M, { limit: 10, after: null });
    expect(news.rows).toMatchObject([
      {
        ...{ kind: "terminal_status_changed", href: `/terminals/${T}` },
        params: { terminalId: T, from: "deployed", to: "lost", reason: REASON, terminals: 1 },
      },
    ]);
    const { rows } = await database.owner.query(
      `select action, subject_kind, subject_id, actor_name, before, after from audit_events
       where merchant_id = $1 order by sequence desc limit 1`,
      [M],
    );
    expect(rows).toEqual([
      {
        ...{ action: "terminal.set_status", subject_kind: "terminal", subject_id: T },
        ...{ actor_name: "Li Min", before: { status: "deployed" } },
        after: { status: "lost", reason: REASON },
      },
    ]);
  });

  it("stays with its reason on the terminal's page until it changes again", async () => {
    const shown = async () => {
      const { overview } = await getTerminalDetail(as(people.boss), M, T);
      const { status, statusReason, statusSince } = overview.terminal;
      return { status, statusReason, since: statusSince ?? 0 };
    };
    const before = Date.now();
    await become("lost");
    const lost = await shown();
    expect(lost).toMatchObject({ status: "lost", statusReason: REASON });
    expect(lost.since).toBeGreaterThanOrEqual(before);
    await become("deployed", people.admin, "Found again.");
    const back = await shown();
    expect(back).toMatchObject({ status: "deployed", statusReason: "Found again." });
    expect(back.since).toBeGreaterThan(lost.since);
  });

  it("changes once when two see the same version, and the slower one hears of it", async () => {
    const { version } = await seen();
    const change = { terminalId: T, reason: REASON, seenVersion: version };
    const both = await Promise.allSettled([
      setTerminalStatus(as(people.approver), M, { ...change, status: "lost" }),
      setTerminalStatus(as(people.admin), M, { ...change, status: "inactive" }),
    ]);
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(ConflictError);
    expect((await seen()).version).toBe(version + 1);
    const { rows } = await database.owner.query("select from notifications");
    expect(rows).toHaveLength(1);
  });

  it("tells a lost race as such, also when the other one set the very same", async () => {
    const { version } = await seen();
    await become("lost");
    const change = { terminalId: T, status: "lost", reason: REASON, seenVersion: version } as const;
    await expect(setTerminalStatus(as(people.admin), M, change)).rejects.toThrow(ConflictError);
  });

  it("never leaves retired, and never becomes what it is", async () => {
    await expect(become("deployed")).rejects.toThrow(InvalidError);
    await become("retired");
    await expect(become("deployed")).rejects.toThrow(InvalidError);
    expect((await seen()).status).toBe("retired");
  });

  it("is not for reviewers, auditors and merchants; strangers hear of nothing", async () => {
    for (const actor of [people.reviewer, people.auditor, people.boss]) {
      await expect(become("lost", actor)).rejects.toThrow(ForbiddenError);
    }
    await expect(become("lost", people.stranger)).rejects.toThrow(NotFoundError);
    const change = { terminalId: T, status: "lost", reason: REASON, seenVersion: 1 } as const;
    await expect(setTerminalStatus(as(people.admin), OTHER, change)).rejects.toThrow(NotFoundError);
    expect((await seen()).status).toBe("deployed");
  });
});
