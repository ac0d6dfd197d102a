import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import type { Role } from "@/lib/domain/access/actor";
import { ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import type { FoundRecord } from "@/lib/domain/search/found-record";
import { searchRecords } from "@/lib/use-cases/search/search-records";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const REQUEST = "lrq_01J00000000000000000000001";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  for (const [merchantId, name, tid, serial, request] of [
    [SUNRISE, "晨曦食品 Sunrise 100% Foods", "00018644", "SN-90001", REQUEST],
    [HARBOUR, "Harbour Tea", "00018700", "SN-90002", "lrq_01J00000000000000000000002"],
  ]) {
    await db.owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, $2 || ' Ltd', $2, '5411', 'micro', 'CNY', 'Asia/Shanghai', 'active')`,
      [merchantId, name],
    );
    await db.owner.query(
      `insert into terminals (merchant_id, terminal_id, name, status, serial_number)
       values ($1, $2, 'Front till', 'deployed', $3)`,
      [merchantId, tid, serial],
    );
    await db.owner.query("insert into terminal_directory values ($1, $2)", [tid, merchantId]);
    await db.owner.query("insert into serial_directory values ($1, $2, $3)", [
      serial,
      merchantId,
      tid,
    ]);
    await db.owner.query(
      `insert into limit_requests (merchant_id, limit_request_id, state, limit_id, natural_key, scope,
         terminal_id, "window", currency, filters, justification, required_approvals, maker_side,
         maker_kind, maker_id, maker_name, due_at, submitted_at)
       values ($1, $2, 'submitted', 'lim_1', 'key', 'terminal', $3, 'daily', 'CNY', '{}',
         'because of a festival', 1, 'merchant', 'user', 'usr_1', 'Wang', now(), now())`,
      [merchantId, request, tid],
    );
  }
});
afterAll(() => db.drop());

const as = (merchantId: string, role: Role) => ({
  actor: {
    kind: "user" as const,
    userId: "usr_1",
    name: "Somebody",
    sessionId: "ses_1",
    memberships: [{ merchantId, role }],
    passwordConfirmedAt: 0,
  },
  now: () => new Date(),
  requestId: "req_1",
});
const auditor = as("acquirer", "auditor");
const owner = as(SUNRISE, "merchant_owner");

const idOf = (record: FoundRecord) =>
  record.kind === "merchant"
    ? record.merchantId
    : record.kind === "terminal"
      ? record.terminalId
      : record.limitRequestId;

const found = async (text: string) =>
  (await searchRecords(auditor, "acquirer", text)).map(idOf).sort();
const ownFound = async (text: string) =>
  (await searchRecords(owner, SUNRISE, text)).map(idOf).sort();

describe("the acquirer's search", () => {
  it.each([
    ["89821015411000", [SUNRISE, HARBOUR]],
    ["sunrise", [SUNRISE]],
    ["晨曦", [SUNRISE]],
    ["EA LTD", [HARBOUR]],
    ["0001864", ["00018644"]],
    ["sn-9000", ["00018644", "00018700"]],
    [REQUEST, [REQUEST]],
    [REQUEST.slice(4).toLowerCase(), [REQUEST]],
    ["no such thing", []],
  ])("finds by %s", async (text, ids) => {
    expect(await found(text)).toEqual([...ids].sort());
  });

  it("takes every letter for itself, and too few for nothing", async () => {
    expect(await found("100%")).toEqual([SUNRISE]);
    expect(await found("%%")).toEqual([]);
    expect(await found("__")).toEqual([]);
    expect(await found("S")).toEqual([]);
  });

  it("follows a merchant that is renamed", async () => {
    await db.owner.query("update merchants set trading_name = 'Lantern' where merchant_id = $1", [
      HARBOUR,
    ]);
    expect(await found("lantern")).toEqual([HARBOUR]);
  });
});

describe("a merchant's search", () => {
  it.each([
    ["018644", ["00018644"]],
    ["front", ["00018644"]],
    ["90001", ["00018644"]],
    ["000000001", [REQUEST]],
  ])("finds its own by %s", async (text, ids) => {
    expect(await ownFound(text)).toEqual(ids);
  });

  it.each(["00018700", "SN-90002", "Harbour", HARBOUR, "lrq_01J00000000000000000000002"])(
    "never finds another's by %s",
    async (text) => {
      expect(await ownFound(text)).toEqual([]);
    },
  );

  it("is refused elsewhere", async () => {
    await expect(searchRecords(owner, HARBOUR, "till")).rejects.toThrow(NotFoundError);
    await expect(searchRecords(owner, "acquirer", "till")).rejects.toThrow(NotFoundError);
    const stranger = as(HARBOUR, "merchant_staff");
    await expect(searchRecords(stranger, SUNRISE, "till")).rejects.toThrow(NotFoundError);
  });

  it("cannot ask the acquirer's directory even with the database in hand", async () => {
    const asked = db.owner.query("select * from search_merchants('Harbour', 5)");
    await expect(asked).rejects.toThrow("for the acquirer's context only");
  });
});

it("is for people of either side only", async () => {
  const key = { kind: "key" as const, keyId: "key_1", name: "till", merchantId: SUNRISE };
  const ctx = { ...owner, actor: { ...key, scopes: [], createdByUserId: null } };
  await expect(searchRecords(ctx, SUNRISE, "till")).rejects.toThrow(ForbiddenError);
});
