import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApiKey } from "@/lib/data/api-keys";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant } from "@/lib/data/test-merchants";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { listApiKeys } from "@/lib/use-cases/api-keys/list-api-keys";
import { revokeApiKeyOf } from "@/lib/use-cases/api-keys/revoke-api-key-of";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const NOON = new Date("2026-11-24T04:00:00Z");

let db: TestDatabase;

const as = (merchantId: string, role: Role, confirmedAt = NOON.getTime()): Ctx => ({
  actor: {
    ...{ kind: "user", userId: `usr_${role}`, name: role, sessionId: "ses_1" },
    ...{ memberships: [{ merchantId, role }], passwordConfirmedAt: confirmedAt },
  },
  now: () => NOON,
  requestId: "req_test",
});
const admin = as(ACQUIRER, "acquirer_admin");
const owner = as(SUNRISE, "merchant_owner");

const wanted = { name: "Till", scopes: ["checks:run"] as const, ratePerSecond: 20 };

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await insertTestMerchant(db.owner, { merchantId: HARBOUR, terminalId: "00018645" });
  await db.owner.query(
    `insert into users (user_id, email, name) values ('usr_acquirer_admin', 'a@acquirer.test', 'Sofia'),
       ('usr_merchant_owner', 'o@sunrise.test', 'Wang Chen')`,
  );
  await db.owner.query(
    `insert into memberships values ('acquirer', 'usr_acquirer_admin', 'acquirer_admin'),
       ($1, 'usr_merchant_owner', 'merchant_owner')`,
    [SUNRISE],
  );
});
afterAll(() => db.drop());

describe("API keys", () => {
  it("are made, listed with who made them and never told again", async () => {
    const { keyId, key } = await createApiKey(admin, { merchantId: ACQUIRER, ...wanted });
    const [entry] = await listApiKeys(admin, ACQUIRER);
    expect(entry).toMatchObject({ keyId, name: "Till", createdBy: "Sofia", revokedAt: null });
    expect(JSON.stringify(entry)).not.toContain(key);
    expect(key).toContain(entry!.hint);
  });

  it("of a merchant are its owner's to make, see and revoke, and nobody else's there", async () => {
    const { keyId, key } = await createApiKey(owner, { merchantId: SUNRISE, ...wanted });
    expect(await listApiKeys(owner, SUNRISE)).toMatchObject([{ keyId, createdBy: "Wang Chen" }]);
    const other = as(HARBOUR, "merchant_owner");
    await expect(listApiKeys(other, SUNRISE)).rejects.toThrow("no such record");
    await expect(revokeApiKeyOf(other, HARBOUR, keyId)).rejects.toThrow("no such record");
    await expect(revokeApiKeyOf(admin, ACQUIRER, keyId)).rejects.toThrow("no such record");
    const staff = as(SUNRISE, "merchant_staff");
    await expect(listApiKeys(staff, SUNRISE)).rejects.toThrow("permitted");
    expect(await findApiKey(key, NOON)).toMatchObject({ keyId });
    await revokeApiKeyOf(owner, SUNRISE, keyId);
    await revokeApiKeyOf(owner, SUNRISE, keyId);
    expect(await findApiKey(key, NOON)).toBeNull();
    const { rows } = await db.owner.query<{ action: string }>(
      "select action from audit_events where merchant_id = $1 order by sequence",
      [SUNRISE],
    );
    expect(rows.map(({ action }) => action)).toEqual(["api_key.create", "api_key.revoke"]);
  });

  it("want a fresh password of a merchant's owner, and keep to the rate", async () => {
    const stale = as(SUNRISE, "merchant_owner", 0);
    const asked = { merchantId: SUNRISE, ...wanted };
    await expect(createApiKey(stale, asked)).rejects.toThrow("password");
    await expect(revokeApiKeyOf(stale, SUNRISE, "key_1")).rejects.toThrow("password");
    for (const ratePerSecond of [0, 201]) {
      await expect(createApiKey(owner, { ...asked, ratePerSecond })).rejects.toMatchObject({
        fields: [{ pointer: "/ratePerSecond" }],
      });
    }
  });

  it("are read by approvers and auditors, made by admins alone", async () => {
    for (const role of ["acquirer_approver", "auditor"] as const) {
      expect(await listApiKeys(as(ACQUIRER, role), ACQUIRER)).toHaveLength(1);
      const asked = { merchantId: ACQUIRER, ...wanted };
      await expect(createApiKey(as(ACQUIRER, role), asked)).rejects.toThrow("permitted");
    }
    await expect(listApiKeys(as(ACQUIRER, "acquirer_reviewer"), ACQUIRER)).rejects.toThrow(
      "permitted",
    );
  });
});
