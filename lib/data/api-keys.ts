import "server-only";
import { createHash } from "node:crypto";
import type { Scope } from "@/lib/domain/access/actor";
import type { ApiKeyEntry } from "@/lib/domain/access/api-key";
import type { Mode } from "@/lib/domain/mode";
import type { Db } from "@/lib/data/ctx";
import { queryPrepared } from "@/lib/data/pool";

/** A key that is in force, as its bearer is known. */
export type ApiKeyOwner = {
  merchantId: string;
  keyId: string;
  name: string;
  mode: Mode;
  scopes: Scope[];
  /** Requests per second; 0 = no bound. */
  ratePerSecond: number;
  createdByUserId: string | null;
};

export type ApiKeyRecord = ApiKeyOwner & {
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Only this is ever stored of a key. */
const hashOf = (key: string) => createHash("sha256").update(key).digest();

/** Whose key this is; null for an unknown or revoked one. One round trip, in its owner's context. */
export async function findApiKey(
  key: string,
  at: Date,
  deadlineAt?: number,
): Promise<ApiKeyOwner | null> {
  const sql = "select find_api_key($1, $2) as owner";
  const values = [hashOf(key), at];
  const [row] = await queryPrepared<{ owner: ApiKeyOwner | null }>("find-api-key", sql, values, {
    deadlineAt,
  });
  return row?.owner ?? null;
}

export async function createApiKeyRecord(
  db: Db,
  merchantId: string,
  record: Omit<ApiKeyOwner, "merchantId"> & { hint: string; key: string; createdAt: Date },
): Promise<void> {
  const { key, ...columns } = record;
  const keyHash = Uint8Array.from(hashOf(key));
  await db.apiKey.create({ data: { ...columns, merchantId, keyHash } });
  await db.apiKeyDirectory.create({ data: { keyHash, merchantId, keyId: record.keyId } });
}

type EntryRow = Omit<ApiKeyEntry, "createdAt" | "lastUsedAt" | "revokedAt"> & {
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

type Row = Awaited<ReturnType<Db["apiKey"]["findFirstOrThrow"]>>;

const toRecord = (row: Row): ApiKeyRecord => ({
  merchantId: row.merchantId,
  keyId: row.keyId,
  name: row.name,
  mode: row.mode as Mode,
  scopes: row.scopes as Scope[],
  ratePerSecond: row.ratePerSecond,
  createdByUserId: row.createdByUserId,
  hint: row.hint,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  revokedAt: row.revokedAt,
});

/** How many keys of this owner are in force; nobody else makes one until this transaction ends. */
export async function countKeysInForce(db: Db, merchantId: string): Promise<number> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('keys ' || ${merchantId}, 0))`;
  return db.apiKey.count({ where: { merchantId, revokedAt: null } });
}

/** The keys of the merchant, or of the acquirer: those in force first, the newest first. */
export async function listApiKeys(
  db: Db,
  merchantId: string,
  most: number,
): Promise<ApiKeyEntry[]> {
  const rows = await db.$queryRaw<EntryRow[]>`
    select k.key_id as "keyId", k.name, k.hint, k.mode, k.scopes, k.created_at as "createdAt",
      k.rate_per_second as "ratePerSecond", k.last_used_at as "lastUsedAt",
      k.revoked_at as "revokedAt",
      (select u.name from users u where u.user_id = k.created_by_user_id) as "createdBy"
    from api_keys k where k.merchant_id = ${merchantId}
    order by k.revoked_at is not null, k.created_at desc, k.key_id desc limit ${most}`;
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
  }));
}

/** A key by its id or by itself, among those the context may see. */
export async function findApiKeyRecord(db: Db, idOrKey: string): Promise<ApiKeyRecord | null> {
  const keyHash = Uint8Array.from(hashOf(idOrKey));
  const row = await db.apiKey.findFirst({ where: { OR: [{ keyId: idOrKey }, { keyHash }] } });
  return row && toRecord(row);
}

/** False when it was revoked before. */
export async function setApiKeyRevoked(
  db: Db,
  merchantId: string,
  keyId: string,
  revokedAt: Date,
): Promise<boolean> {
  const { count } = await db.apiKey.updateMany({
    where: { merchantId, keyId, revokedAt: null },
    data: { revokedAt },
  });
  return count === 1;
}
