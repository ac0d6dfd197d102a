import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import type { LimitVersion } from "@/lib/domain/limits/limit";
import {
  countOutcomes,
  type ImportCounts,
  ImportRefused,
  type RegisteredLimit,
  type RowFault,
} from "@/lib/domain/registry";
import { type AcquirerSettings, getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { applyLimitChange } from "@/lib/data/limit-changes";
import {
  createLimit,
  findLimitByNaturalKey,
  type LimitHistory,
  lockCounting,
  setLimitVersion,
} from "@/lib/data/limit-versions";
import { notifyOwners } from "@/lib/data/notifications";
import { enterNoMerchant, findMerchants, findTerminalOwners } from "@/lib/data/registry";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

const SOURCE = { origin: "import", requestId: null } as const;

async function assertImportable(db: Db, rows: readonly RegisteredLimit[]): Promise<void> {
  const merchants = await findMerchants(db, [...new Set(rows.map((row) => row.merchantId))]);
  const terminalIds = rows.flatMap(({ identity }) => identity.terminalId ?? []);
  const owners = await findTerminalOwners(db, [...new Set(terminalIds)]);
  const faults = rows.flatMap(({ merchantId, identity: { terminalId } }, index): RowFault[] => {
    if (!merchants.has(merchantId)) {
      return [{ index, detail: `merchant_id: there is no merchant ${merchantId}` }];
    }
    return terminalId === null || owners.get(terminalId) === merchantId
      ? []
      : [{ index, detail: `terminal_id: the merchant has no terminal ${terminalId}` }];
  });
  if (faults.length > 0) throw new ImportRefused(faults);
}

const isAs = (version: LimitVersion, row: RegisteredLimit, warnPercent: number, now: number) =>
  version.maxAmountMinor === row.values.maxAmountMinor &&
  version.maxCount === row.values.maxCount &&
  version.minAmountMinor === row.values.minAmountMinor &&
  version.warnPercent === warnPercent &&
  version.endsAt === row.endsAt &&
  (row.startsAt === null || row.startsAt <= now || version.startsAt === row.startsAt);

async function create(
  db: Db,
  row: RegisteredLimit,
  { cutOver, now, warnPercent }: { cutOver: AcquirerSettings; now: number; warnPercent: number },
): Promise<LimitHistory> {
  const { merchantId, identity, values, startsAt, endsAt } = row;
  const limit = { limitId: newId("lim"), ...identity };
  const made = await createLimit(db, merchantId, limit, { cutOver, now });
  const period = { startsAt, endsAt, warnPercent, status: "active" } as const;
  const added = { ...values, ...period, version: 1, kind: "base" } as const;
  await setLimitVersion(db, merchantId, made, { added, ended: [], versions: [] }, SOURCE);
  return made;
}

/** Null: the row says what stands already. */
async function apply(
  db: Db,
  ctx: Ctx,
  row: RegisteredLimit,
  settings: AcquirerSettings,
): Promise<{ limitId: string; before: LimitVersion | null } | null> {
  const now = ctx.now().getTime();
  const { merchantId, naturalKey, values, endsAt } = row;
  const warnPercent = row.warnPercent ?? settings.warnPercent;
  const limit = await findLimitByNaturalKey(db, merchantId, naturalKey);
  if (!limit) {
    const made = await create(db, row, { cutOver: settings, now, warnPercent });
    return { limitId: made.limitId, before: null };
  }
  const [newest] = limit.versions.toSorted((one, other) => other.version - one.version);
  const before = baseInForce(limit.versions, now);
  const standing = before ?? newest;
  if (standing && isAs(standing, row, warnPercent, now)) return null;
  const startsAt = Math.max(row.startsAt ?? now, now);
  const change = { values, warnPercent, startsAt, endsAt };
  const effect =
    endsAt !== null && endsAt <= startsAt ? { ...change, startsAt: endsAt - 1 } : change;
  await applyLimitChange(db, merchantId, ctx, { limit, change: effect, source: SOURCE });
  return { limitId: limit.limitId, before };
}

async function importOne(db: Db, ctx: Ctx, row: RegisteredLimit, settings: AcquirerSettings) {
  const { merchantId, identity, values } = row;
  await lockCounting(db, merchantId);
  const done = await apply(db, ctx, row, settings);
  await enterNoMerchant(db);
  if (!done) return "unchanged";
  const { limitId, before } = done;
  const { terminalId, window, currency } = identity;
  await notifyOwners(db, merchantId, ctx, {
    kind: "limit_changed",
    params: { terminalId, window, currency, ...values },
    href: terminalId ? `/terminals/${terminalId}` : "/terminals",
  });
  await recordAuditEvent(db, merchantId, ctx, {
    ...{ action: "limit.import", subjectKind: "limit", subjectId: limitId, before },
    after: { ...identity, ...values, startsAt: row.startsAt, endsAt: row.endsAt },
  });
  return before ? "updated" : "created";
}

/**
 * Sets limits up by their natural key, all of them or none. New values apply at once, or from the row's
 * start; lowering the base ends a running raise. For the operator: applied directly and audited.
 */
export async function importLimits(
  ctx: Ctx,
  rows: readonly RegisteredLimit[],
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    await assertImportable(db, rows);
    const settings = await getAcquirerSettings(db);
    const outcomes: ("created" | "updated" | "unchanged")[] = [];
    for (const row of rows.toSorted((a, b) => (a.merchantId < b.merchantId ? -1 : 1))) {
      outcomes.push(await importOne(db, ctx, row, settings));
    }
    return countOutcomes(outcomes);
  });
}
