import "server-only";
import { randomBytes } from "node:crypto";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { countKeysInForce, createApiKeyRecord } from "@/lib/data/api-keys";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findMerchant } from "@/lib/data/merchants";
import type { Scope } from "@/lib/domain/access/actor";
import { DEFAULT_RATE_PER_SECOND, mayGiveRate, MOST_KEYS } from "@/lib/domain/access/api-key";
import {
  API_KEY_SECRET_LENGTH,
  apiKeyHint,
  formatApiKey,
} from "@/lib/domain/access/api-key-format";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Mode } from "@/lib/domain/mode";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

export type NewApiKey = {
  /** The MID whose key it is, or `ACQUIRER`. */
  merchantId: string;
  name: string;
  scopes: readonly Scope[];
  /** Requests per second; 0 = no bound. */
  ratePerSecond?: number;
  mode?: Mode;
};

/** Makes a key and answers it, for the only time: its hash is all that is kept. */
export async function createApiKey(
  ctx: Ctx,
  wanted: NewApiKey,
): Promise<{ keyId: string; key: string }> {
  const {
    merchantId,
    name,
    scopes,
    ratePerSecond = DEFAULT_RATE_PER_SECOND,
    mode = "live",
  } = wanted;
  authorize(ctx, "keys.manage", merchantId);
  if (!mayGiveRate(ctx.actor, ratePerSecond)) {
    const detail = `From 1 to ${DEFAULT_RATE_PER_SECOND} requests a second.`;
    throw new InvalidError([{ pointer: "/ratePerSecond", code: "not_a_rate", detail }]);
  }
  const key = formatApiKey(mode, randomBytes(API_KEY_SECRET_LENGTH * 4));
  const keyId = newId("key");
  const createdByUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const facts = { keyId, name, scopes: [...scopes], ratePerSecond, mode };
  await withMerchant(ctx, merchantId, async (db) => {
    if (merchantId !== ACQUIRER && !(await findMerchant(db, merchantId))) {
      throw new NotFoundError(`There is no merchant ${merchantId}.`);
    }
    if (ctx.actor.kind === "user" && (await countKeysInForce(db, merchantId)) >= MOST_KEYS) {
      throw new ConflictError(`${MOST_KEYS} keys are in force; revoke one first.`, "too-many-keys");
    }
    const stored = { ...facts, createdByUserId, hint: apiKeyHint(key), key, createdAt: ctx.now() };
    await createApiKeyRecord(db, merchantId, stored);
    await recordAuditEvent(db, merchantId, ctx, {
      action: "api_key.create",
      subjectKind: "api_key",
      subjectId: keyId,
      after: facts,
    });
  });
  return { keyId, key };
}
