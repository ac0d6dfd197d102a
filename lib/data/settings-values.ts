import "server-only";
import type { Role } from "@/lib/domain/access/actor";
import { mayBeInvited } from "@/lib/domain/access/invitations";
import { ACQUIRER } from "@/lib/domain/ids";
import { readTemplateKey } from "@/lib/domain/settings/limit-template";
import type { SettingsValues, SettingsWish } from "@/lib/domain/settings/settings-change";
import type { Db } from "@/lib/data/ctx";
import type { Prisma } from "@/lib/data/generated/client";
import { findUserByEmail, listMembershipsOf } from "@/lib/data/users";

/** Whoever changes the acquirer's rules takes turns until the end of the transaction. */
export async function lockSettings(db: Db): Promise<void> {
  await db.$executeRaw`select from acquirer_settings where settings_id = 1 for update`;
}

const thresholdOf = (key: string) => {
  const [window = "", currency = ""] = key.split("|");
  return { window, currency };
};

async function readCodes(db: Db, profileId: string, reasons: readonly string[]) {
  const rows = await db.reasonCodeMap.findMany({
    where: { profileId, reasonCode: { in: [...reasons] } },
  });
  const codes = new Map(rows.map((row) => [row.reasonCode, row.responseCode]));
  return Object.fromEntries(reasons.map((reason) => [reason, codes.get(reason) ?? null]));
}

async function readRoles(db: Db, userId: string): Promise<Role[]> {
  const rows = await db.membership.findMany({
    where: { merchantId: ACQUIRER, userId },
    orderBy: { role: "asc" },
  });
  return rows.map(({ role }) => role as Role);
}

/** Who has the e-mail: nobody as long as no role anywhere goes with it and it was not deactivated. */
async function readInvited(db: Db, email: string): Promise<SettingsValues["invitation"]> {
  const user = await findUserByEmail(db, email);
  const memberships = user ? await listMembershipsOf(db, user.userId) : [];
  const isFree = !user || mayBeInvited({ ...user, memberships });
  return { name: isFree ? null : user.name, roles: user ? await readRoles(db, user.userId) : [] };
}

/** The setting a wish is about, as it stands: of a map, the reasons it is about. */
export async function readSettingsValue(
  db: Db,
  wish: SettingsWish,
): Promise<SettingsValues[SettingsWish["kind"]]> {
  switch (wish.kind) {
    case "four_eyes_threshold": {
      const where = { window_currency: thresholdOf(wish.key) };
      const row = await db.fourEyesThreshold.findUnique({ where });
      return { maxAmountMinor: row === null ? null : Number(row.maxAmountMinor) };
    }
    case "limit_template": {
      const where = { tier_mcc_channel_window_currency: readTemplateKey(wish.key) };
      const row = await db.limitTemplate.findUnique({ where });
      return { maxAmountMinor: row === null ? null : Number(row.maxAmountMinor) };
    }
    case "reason_code_map":
      return readCodes(db, wish.key, Object.keys(wish.before));
    case "roles":
      return { roles: await readRoles(db, wish.key) };
    case "invitation":
      return readInvited(db, wish.key);
    default: {
      const row = await db.acquirerSettings.findUniqueOrThrow({ where: { settingsId: 1 } });
      const names = Object.keys(wish.before) as (keyof typeof row)[];
      const value = Object.fromEntries(names.map((name) => [name, row[name]]));
      return value as SettingsValues["business_day"];
    }
  }
}

async function writeThreshold(db: Db, key: string, maxAmountMinor: number | null): Promise<void> {
  const threshold = thresholdOf(key);
  if (maxAmountMinor === null) {
    await db.fourEyesThreshold.deleteMany({ where: threshold });
    return;
  }
  const where = { window_currency: threshold };
  const update = { maxAmountMinor };
  await db.fourEyesThreshold.upsert({ where, update, create: { ...threshold, ...update } });
}

async function writeTemplate(db: Db, key: string, maxAmountMinor: number | null): Promise<void> {
  const template = readTemplateKey(key);
  if (maxAmountMinor === null) {
    await db.limitTemplate.deleteMany({ where: template });
    return;
  }
  const where = { tier_mcc_channel_window_currency: template };
  const update = { maxAmountMinor };
  await db.limitTemplate.upsert({ where, update, create: { ...template, ...update } });
}

async function writeCodes(
  db: Db,
  profileId: string,
  codes: SettingsValues["reason_code_map"],
): Promise<void> {
  for (const [reasonCode, responseCode] of Object.entries(codes)) {
    if (responseCode === null) {
      await db.reasonCodeMap.deleteMany({ where: { profileId, reasonCode } });
    } else {
      const where = { profileId_reasonCode: { profileId, reasonCode } };
      const create = { profileId, reasonCode, responseCode };
      await db.reasonCodeMap.upsert({ where, update: { responseCode }, create });
    }
  }
}

async function writeRoles(db: Db, userId: string, roles: readonly Role[]): Promise<void> {
  await db.membership.deleteMany({
    where: { merchantId: ACQUIRER, userId, role: { notIn: [...roles] } },
  });
  await db.membership.createMany({
    data: roles.map((role) => ({ merchantId: ACQUIRER, userId, role })),
    skipDuplicates: true,
  });
}

async function writeSettings(
  db: Db,
  values: Prisma.AcquirerSettingsUpdateManyMutationInput,
): Promise<void> {
  const data = { ...values, version: { increment: 1 } };
  await db.acquirerSettings.update({ where: { settingsId: 1 }, data });
}

/** Makes the setting what the wish says; whether it may is decided before, under the lock. */
export async function setSettingsValue(db: Db, { kind, key, after }: SettingsWish): Promise<void> {
  switch (kind) {
    case "four_eyes_threshold":
      return writeThreshold(db, key, after.maxAmountMinor);
    case "limit_template":
      return writeTemplate(db, key, after.maxAmountMinor);
    case "reason_code_map":
      return writeCodes(db, key, after);
    case "roles":
      return writeRoles(db, key, after.roles);
    case "invitation":
      throw new Error("Somebody new comes with a link, not as a setting.");
    case "office_hours":
      return writeSettings(db, { ...after, officeDays: [...after.officeDays] });
    default:
      return writeSettings(db, after);
  }
}
