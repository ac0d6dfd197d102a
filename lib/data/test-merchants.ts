import type pg from "pg";
import type { Actor, Role, Scope } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import type { LimitIdentity, LimitValues } from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { newId } from "@/lib/platform/ids";

/** A merchant with one deployed terminal and nothing else. */
export async function insertTestMerchant(
  owner: pg.ClientBase,
  { merchantId, terminalId }: { merchantId: string; terminalId: string },
): Promise<void> {
  await owner.query(
    `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
     values ($1, 'Sunrise Foods Ltd', 'Sunrise Foods', '5411', 'individual', 'CNY', 'Asia/Shanghai', 'active')`,
    [merchantId],
  );
  await owner.query(
    `insert into terminals (merchant_id, terminal_id, status, entry_modes, currencies)
     values ($1, $2, 'deployed', '{chip}', '{CNY}')`,
    [merchantId, terminalId],
  );
}

const EVERYTHING = {
  entryModes: [],
  fundingSources: [],
  cardOrigins: [],
  timeFrom: null,
  timeTo: null,
  daysOfWeek: [],
};

/** A limit of a terminal with one base version since ever; answers its id. */
export async function insertTestLimit(
  owner: pg.ClientBase,
  merchantId: string,
  limit: Pick<LimitIdentity, "terminalId" | "window"> & { currency?: string },
  values: Partial<LimitValues>,
): Promise<string> {
  const { terminalId, window, currency = "CNY" } = limit;
  const scope = terminalId === null ? "merchant" : "terminal";
  const identity = {
    scope,
    store: null,
    terminalId,
    window,
    windowSeconds: null,
    currency,
  } as const;
  const limitId = newId("lim");
  await owner.query(
    `insert into limits (merchant_id, limit_id, natural_key, scope, terminal_id, "window", currency)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[merchantId, limitId, naturalKeyOf({ ...identity, filters: EVERYTHING })],
      ...[scope, terminalId, window, currency],
    ],
  );
  await owner.query(
    `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, max_count,
       min_amount_minor, origin) values ($1, $2, 1, 'base', $3, $4, $5, 'import')`,
    [
      ...[merchantId, limitId, values.maxAmountMinor ?? null, values.maxCount ?? null],
      values.minAmountMinor ?? null,
    ],
  );
  return limitId;
}

type Person = Extract<Actor, { kind: "user" }>;

/** A person with these roles, in the database and as an actor whose password is fresh. */
export async function insertTestUser(
  owner: pg.ClientBase,
  name: string,
  merchantId: string,
  ...roles: Role[]
): Promise<Person> {
  const userId = newId("usr");
  await owner.query("insert into users (user_id, email, name) values ($1, $2, $3)", [
    ...[userId, `${userId.toLowerCase()}@example.test`, name],
  ]);
  for (const role of roles) {
    await owner.query("insert into memberships (merchant_id, user_id, role) values ($1, $2, $3)", [
      ...[merchantId, userId, role],
    ]);
  }
  const memberships = roles.map((role) => ({ merchantId, role }));
  const sessionId = newId("ses");
  return { kind: "user", userId, name, sessionId, memberships, passwordConfirmedAt: Infinity };
}

/** An acquirer's person; see `insertTestUser`. */
export const insertTestOfficer = (owner: pg.ClientBase, name: string, ...roles: Role[]) =>
  insertTestUser(owner, name, ACQUIRER, ...roles);

/** A key as an actor; `createdByUserId` is who made it. */
export const testKey = (
  merchantId: string,
  createdByUserId: string | null,
  ...scopes: Scope[]
): Actor => ({
  kind: "key",
  keyId: newId("key"),
  name: "till",
  merchantId,
  scopes,
  createdByUserId,
});
