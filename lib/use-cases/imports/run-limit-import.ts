import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent, recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { insertLimitBatch } from "@/lib/data/limit-batches";
import { findStores, listFourEyesThresholds, lockForImport } from "@/lib/data/limit-import-facts";
import { findLimitHistories, lockCountingOf } from "@/lib/data/limit-imports";
import { findOpenRequests } from "@/lib/data/many-requests";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { putPlannedLimits } from "@/lib/data/planned-limits";
import { findMerchants, findTerminalOwners } from "@/lib/data/registry";
import { settleRequest } from "@/lib/data/settle-request";
import { ForbiddenError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { importNews } from "@/lib/domain/imports/import-news";
import { faultOfMerchants, type ImportRows } from "@/lib/domain/imports/import-plan";
import { auditEntryOf } from "@/lib/domain/imports/limit-audit";
import { type LimitFacts, type PlannedLimit } from "@/lib/domain/imports/limit-facts";
import { planLimits } from "@/lib/domain/imports/plan-limits";
import { batchedDrafts } from "@/lib/domain/limit-batches/batched-drafts";
import { type BatchDraft, draftBatch } from "@/lib/domain/limit-batches/draft-batch";

import { requestAt } from "@/lib/domain/limit-requests/limit-request";
import { isOpen } from "@/lib/domain/limit-requests/request-state";
import { makerOf } from "@/lib/domain/limit-requests/side";
import type { RegisteredLimit } from "@/lib/domain/registry";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";
import { keepImport } from "@/lib/use-cases/keep-import";
import {
  deadline,
  type ImportRun,
  requireSeen,
  type StampedPlan,
  stampPlan,
} from "@/lib/use-cases/import-stamp";

export type LimitFile = ImportRows<RegisteredLimit>;
export type LimitImport = StampedPlan<RegisteredLimit> & {
  /** The most people that any of its rows needs; 0 = nothing is asked for. */
  requiredApprovals: number;
  limitBatchId: string | null;
  /** The trading name of each merchant by its MID. */
  names: ReadonlyMap<string, string>;
};

const NOTHING = { requiredApprovals: 0, limitBatchId: null, names: new Map<string, string>() };

/** Limits whose request is open by now; one that time alone has ended is recorded so before a write. */
async function openKeys(db: Db, ctx: Ctx, rows: readonly RegisteredLimit[], settle: boolean) {
  const { questionDays } = await getAcquirerSettings(db);
  const found = await findOpenRequests(db, rows, ctx.now());
  const open = new Set<string>();
  for (const [key, request] of found) {
    if (isOpen(requestAt(request, ctx.now().getTime(), questionDays).state)) open.add(key);
    else if (settle) await settleRequest(db, request.merchantId, ctx, request);
  }
  return open;
}

async function factsOf(
  db: Db,
  ctx: Ctx,
  rows: readonly RegisteredLimit[],
  run: ImportRun | null,
): Promise<LimitFacts & Pick<LimitImport, "names">> {
  const maker = makerOf(ctx.actor);
  if (!maker) throw new ForbiddenError();
  const settings = await getAcquirerSettings(db);
  const { warnPercent } = settings;
  const merchantIds = rows.map(({ merchantId }) => merchantId);
  if (run) await lockForImport(db, merchantIds);
  if (run) await lockCountingOf(db, merchantIds);
  const merchants = await findMerchants(db, merchantIds);
  const terminalIds = rows.flatMap(({ identity }) => identity.terminalId ?? []);
  const stores = rows.flatMap(({ merchantId, identity: { store } }) =>
    store === null ? [] : [{ merchantId, store }],
  );
  return {
    ...{ now: ctx.now().getTime(), warnPercent, decisionTime: settings, maker, newId },
    justification: run?.justification ?? "",
    statuses: new Map([...merchants].map(([id, { status }]) => [id, status])),
    names: new Map([...merchants].map(([id, { tradingName }]) => [id, tradingName])),
    owners: await findTerminalOwners(db, terminalIds),
    stores: await findStores(db, stores),
    open: await openKeys(db, ctx, rows, run !== null),
    limits: await findLimitHistories(db, rows),
    thresholds: await listFourEyesThresholds(db),
  };
}

async function submitBatch(db: Db, ctx: Ctx, rows: readonly PlannedLimit[], facts: LimitFacts) {
  const drafts = batchedDrafts(rows);
  if (drafts.length === 0) return null;
  const { maker, justification, now } = facts;
  const batch = draftBatch(drafts, {
    ...{ limitBatchId: newId("lbt"), justification, submittedAt: now },
    maker: { userId: maker.id, name: maker.name },
  });
  await insertLimitBatch(db, batch);
  return batch;
}

const submissionOf = ({ limitBatchId, state, ...batch }: BatchDraft) => ({
  ...{ action: "limit_batch.submit" as const, subjectKind: "limit_batch", subjectId: limitBatchId },
  after: {
    ...{ state, limitsCount: batch.limitsCount, merchantsCount: batch.merchantsCount },
    requiredApprovals: batch.requiredApprovals,
  },
});

/**
 * Shows what a limits file would do or, with `run`, does it: all rows, as they were shown. What tightens
 * applies at once; everything else for merchants that are or were live is one batch request.
 */
export async function runLimitImport(
  ctx: Ctx,
  file: LimitFile,
  run: ImportRun | null,
): Promise<LimitImport> {
  authorize(ctx, "imports.apply", ACQUIRER);
  const tooMany = faultOfMerchants(file.rows);
  if (tooMany) {
    const refused = stampPlan<RegisteredLimit>({ rows: [], faults: [...file.faults, tooMany] });
    if (run) requireSeen(refused, run);
    return { ...refused, ...NOTHING };
  }
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const values = file.rows.map(({ value }) => value);
    const facts = await factsOf(db, ctx, values, run);
    const plan = planLimits(file.rows, facts);
    const stamped = stampPlan({ rows: plan.rows, faults: [...file.faults, ...plan.faults] }, file);
    const asked = batchedDrafts(plan.rows);
    const requiredApprovals = asked.reduce((most, one) => Math.max(most, one.requiredApprovals), 0);
    const { names } = facts;
    if (!run) return { ...stamped, requiredApprovals, limitBatchId: null, names };
    requireSeen({ ...stamped, requiredApprovals, names }, run);
    const written = plan.rows.filter(({ route }) => route !== "none");
    run.tell("checked", plan.rows.length, plan.rows.length);
    const batch = await submitBatch(db, ctx, written, facts);
    const limitBatchId = batch?.limitBatchId ?? null;
    for (const request of asked) request.requiredApprovals = requiredApprovals as 1 | 2;
    await putPlannedLimits(db, ctx, written, {
      ...{ limitBatchId, cutOver: await getAcquirerSettings(db) },
      tell: (done) => run.tell("writing", done, written.length),
    });
    await recordAuditEvents(db, ctx, written.map(auditEntryOf));
    // The acquirer's chain comes last, as everywhere.
    if (batch) await recordAuditEvent(db, ACQUIRER, ctx, submissionOf(batch));
    await notifyOwnersOf(db, ctx, importNews(written));
    await keepImport(db, ctx, run, stamped, { noun: "limits", limitBatchId });
    run.tell("written", written.length, written.length);
    return { ...stamped, requiredApprovals, limitBatchId, names };
  });
}
