import "server-only";
import type { LimitVersion } from "@/lib/domain/limits/limit";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import { firstVersion, planLimitImport } from "@/lib/domain/limits/plan-import";
import { ACQUIRER } from "@/lib/domain/ids";
import { faultOfMerchants } from "@/lib/domain/imports/import-plan";
import {
  type ImportCounts,
  type ImportOptions,
  ImportRefused,
  type RegisteredLimit,
  type RowFault,
} from "@/lib/domain/registry";
import { type AcquirerSettings, getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { type AuditEntry, recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { putLimitChange } from "@/lib/data/limit-changes";
import {
  createLimits,
  findLimitHistories,
  limitKeyText,
  lockCountingOf,
} from "@/lib/data/limit-imports";
import type { LimitHistory } from "@/lib/data/limit-versions";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { findMerchants, findTerminalOwners } from "@/lib/data/registry";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

const SOURCE = { origin: "import", requestId: null } as const;

async function listFaults(db: Db, rows: readonly RegisteredLimit[]): Promise<RowFault[]> {
  const merchants = await findMerchants(
    db,
    rows.map((row) => row.merchantId),
  );
  const owners = await findTerminalOwners(
    db,
    rows.flatMap(({ identity }) => identity.terminalId ?? []),
  );
  return rows.flatMap(({ merchantId, identity: { terminalId } }, index): RowFault[] => {
    if (!merchants.has(merchantId)) {
      return [{ index, detail: `merchant_id: there is no merchant ${merchantId}` }];
    }
    return terminalId === null || owners.get(terminalId) === merchantId
      ? []
      : [{ index, detail: `terminal_id: the merchant has no terminal ${terminalId}` }];
  });
}

type Trace = { row: RegisteredLimit; limitId: string; before: LimitVersion | null };

async function makeNew(
  db: Db,
  rows: readonly RegisteredLimit[],
  settings: AcquirerSettings,
  now: number,
): Promise<Trace[]> {
  const made = rows.map((row) => ({ row, limitId: newId("lim") }));
  await createLimits(
    db,
    made.map(({ row, limitId }) => ({
      merchantId: row.merchantId,
      limit: { limitId, ...row.identity },
      version: firstVersion(row, settings.warnPercent),
    })),
    { cutOver: settings, now },
  );
  return made.map((one) => ({ ...one, before: null }));
}

async function changeKnown(
  db: Db,
  ctx: Ctx,
  known: readonly { row: RegisteredLimit; limit: LimitHistory }[],
  warnPercent: number,
): Promise<Trace[]> {
  const now = ctx.now().getTime();
  const traces: Trace[] = [];
  for (const { row, limit } of known) {
    const effect = planLimitImport(limit.versions, row, { now, warnPercent });
    if (!effect) continue;
    await putLimitChange(db, row.merchantId, ctx, { limit, effect, source: SOURCE });
    traces.push({ row, limitId: limit.limitId, before: baseInForce(limit.versions, now) });
  }
  return traces;
}

const entryOf = ({ row, limitId, before }: Trace): AuditEntry & { merchantId: string } => {
  const { merchantId, identity, values, startsAt, endsAt } = row;
  return {
    ...{ merchantId, action: "limit.import", subjectKind: "limit", subjectId: limitId, before },
    after: { ...identity, ...values, startsAt, endsAt },
  };
};

function newsOf({ row: { merchantId, identity, values }, limitId, before }: Trace) {
  const { scope, store, terminalId, window, currency } = identity;
  return {
    merchantId,
    notification: {
      kind: "limit_changed",
      params: {
        ...{ limitId, scope, store, terminalId, window, currency },
        fromMaxAmountMinor: before?.maxAmountMinor ?? null,
        ...{ fromMaxCount: before?.maxCount ?? null, toMaxCount: values.maxCount },
        toMaxAmountMinor: values.maxAmountMinor,
      },
      href: terminalId ? `/terminals/${terminalId}` : "/terminals",
    },
  };
}

/**
 * Sets limits up by their natural key, all of them or none. New values apply at once, or from the row's
 * start; lowering the base ends a running raise. For the operator: applied directly and audited.
 */
export async function importLimits(
  ctx: Ctx,
  rows: readonly RegisteredLimit[],
  { checkOnly = false }: ImportOptions = {},
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  const tooMany = faultOfMerchants(rows.map((value, line) => ({ line, value })));
  if (tooMany) {
    throw new ImportRefused([
      { index: tooMany.line, detail: `${tooMany.detail}; split the file by merchant` },
    ]);
  }
  return withAcquirer(ctx, async (db) => {
    const faults = await listFaults(db, rows);
    if (faults.length > 0 || checkOnly) throw new ImportRefused(faults);
    const settings = await getAcquirerSettings(db);
    await lockCountingOf(
      db,
      rows.map((row) => row.merchantId),
    );
    const limits = await findLimitHistories(db, rows);
    const known = rows.flatMap((row) => {
      const limit = limits.get(limitKeyText(row));
      return limit ? [{ row, limit }] : [];
    });
    const fresh = rows.filter((row) => !limits.has(limitKeyText(row)));
    const created = await makeNew(db, fresh, settings, ctx.now().getTime());
    const updated = await changeKnown(db, ctx, known, settings.warnPercent);
    const traces = [...created, ...updated];
    await notifyOwnersOf(db, ctx, traces.map(newsOf));
    await recordAuditEvents(db, ctx, traces.map(entryOf));
    const unchanged = rows.length - traces.length;
    return { created: created.length, updated: updated.length, unchanged };
  });
}
