import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestUser } from "@/lib/data/test-merchants";
import { ForbiddenError } from "@/lib/domain/errors";
import type { MerchantRow } from "@/lib/domain/registry";
import { importMerchants } from "@/lib/use-cases/merchants/import-merchants";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const ctx: Ctx = { actor: { kind: "operator" }, now: () => new Date(), requestId: "req_test" };

const row = (merchantId: string, more: Partial<MerchantRow> = {}): MerchantRow => ({
  ...{ merchantId, legalName: "Sunrise Foods Ltd", mcc: "5411", tier: "individual" },
  ...{ currency: "CNY", timeZone: "Asia/Shanghai", status: "active", ...more },
});

let db: TestDatabase;
beforeAll(async () => (db = await createTestDatabase()));
afterAll(() => db.drop());

async function read(sql: string, ...values: unknown[]) {
  const { rows } = await db.owner.query<Record<string, unknown>>(sql, values);
  return rows;
}

describe("importing merchants", () => {
  it("makes new ones with both switches on, whatever their status", async () => {
    const rows = [row(SUNRISE, { tradingName: "Sunrise" }), row(HARBOUR, { status: "closed" })];
    expect(await importMerchants(ctx, rows)).toEqual({ created: 2, updated: 0, unchanged: 0 });
    expect(
      await read(
        "select merchant_id, control, enabled, until from merchant_controls order by 1, 2",
      ),
    ).toEqual(
      [SUNRISE, HARBOUR].flatMap((merchant_id) =>
        ["payment_acceptance", "settlement"].map((control) => ({
          ...{ merchant_id, control, enabled: true, until: null },
        })),
      ),
    );
    expect(await read("select trading_name from merchants order by merchant_id")).toEqual([
      { trading_name: "Sunrise" },
      { trading_name: "Sunrise Foods Ltd" },
    ]);
  });

  it("changes what the row says and leaves no trace of one that changes nothing", async () => {
    const owner = await insertTestUser(db.owner, "Wang Chen", SUNRISE, "merchant_owner");
    const before = await read("select count(*)::int as n from audit_events");
    const rows = [
      row(SUNRISE, { status: "suspended", statusReason: "Site visit due." }),
      row(HARBOUR, { status: "closed" }),
    ];
    expect(await importMerchants(ctx, rows)).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(
      await read(
        `select merchant_id, trading_name, status, status_by, version from merchants order by 1`,
      ),
    ).toEqual([
      {
        ...{ merchant_id: SUNRISE, trading_name: "Sunrise", status: "suspended" },
        ...{ status_by: "operator", version: 2 },
      },
      {
        ...{ merchant_id: HARBOUR, trading_name: "Sunrise Foods Ltd", status: "closed" },
        ...{ status_by: "operator", version: 1 },
      },
    ]);
    expect(await read("select count(*)::int as n from audit_events")).toEqual([
      { n: Number(before[0]?.n) + 1 },
    ]);
    expect(
      await read(
        `select actor_kind, action, before, after from audit_events
         where merchant_id = $1 order by sequence desc limit 1`,
        SUNRISE,
      ),
    ).toEqual([
      {
        ...{ actor_kind: "operator", action: "merchant.import" },
        ...{ before: { status: "active", reason: null } },
        after: { status: "suspended", reason: "Site visit due." },
      },
    ]);
    expect(await read("select user_id, kind, params from notifications")).toEqual([
      {
        ...{ user_id: owner.userId, kind: "merchant_status_changed" },
        params: { from: "active", to: "suspended", reason: "Site visit due." },
      },
    ]);
    expect(
      await read("select count(*)::int as n from merchant_controls where not enabled"),
    ).toEqual([{ n: 0 }]);
  });

  it("refuses a change of status without a reason, and one alone changes nothing", async () => {
    const refused = importMerchants(ctx, [row(SUNRISE, { status: "active" })]);
    await expect(refused).rejects.toMatchObject({
      faults: [{ index: 0, detail: "status_reason: a change of status needs a reason" }],
    });
    const again = row(SUNRISE, { status: "suspended", statusReason: "Said again." });
    expect(await importMerchants(ctx, [again])).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it("is for the operator only", async () => {
    const admin = await insertTestUser(db.owner, "Sofia Tan", "acquirer", "acquirer_admin");
    await expect(importMerchants({ ...ctx, actor: admin }, [])).rejects.toThrow(ForbiddenError);
  });

  it("takes an empty file for nothing to do", async () => {
    expect(await importMerchants(ctx, [])).toEqual({ created: 0, updated: 0, unchanged: 0 });
  });
});
