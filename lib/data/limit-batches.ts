import "server-only";
import type { BatchDraft } from "@/lib/domain/limit-batches/draft-batch";
import type { BatchDecision, LimitBatch } from "@/lib/domain/limit-batches/limit-batch";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import type { Db } from "@/lib/data/ctx";
import type { Prisma } from "@/lib/data/generated/client";

// Batches are the acquirer's own: every function works in its context.

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));
const toInstant = (at: Date | null) => at?.getTime() ?? null;
const toNumber = (value: bigint | null) => (value === null ? null : Number(value));

type BatchRow = Prisma.LimitBatchGetPayload<{ include: { decisions: true } }>;

function toBatch(row: BatchRow): LimitBatch {
  const { limitBatchId, justification, limitsCount, merchantsCount, requiredApprovals } = row;
  return {
    ...{ limitBatchId, justification, limitsCount, merchantsCount, requiredApprovals },
    state: row.state as RequestState,
    raise: {
      currency: row.raiseCurrency,
      fromMinor: toNumber(row.raiseFromMinor),
      toMinor: toNumber(row.raiseToMinor),
    },
    maker: { userId: row.makerUserId, name: row.makerName },
    ...{ approvals: row.approvals, version: row.version, dueAt: row.dueAt.getTime() },
    ...{ endsAt: toInstant(row.endsAt), submittedAt: row.submittedAt.getTime() },
    resolvedAt: toInstant(row.resolvedAt),
    decisions: row.decisions.map((one) => ({
      ...{ sequence: one.sequence, decision: one.decision as "approve" | "reject" },
      ...{ reason: one.reason, note: one.note, userId: one.decidedByUserId },
      ...{ name: one.decidedByName, decidedAt: one.decidedAt.getTime() },
    })),
  };
}

const withDecisions = { decisions: { orderBy: { sequence: "asc" } } } as const;

export async function insertLimitBatch(db: Db, batch: BatchDraft): Promise<void> {
  const { raise, maker, dueAt, endsAt, submittedAt, ...said } = batch;
  await db.limitBatch.create({
    data: {
      ...said,
      ...{ merchantId: ACQUIRER, makerUserId: maker.userId, makerName: maker.name },
      ...{ raiseCurrency: raise.currency, raiseFromMinor: raise.fromMinor },
      ...{ raiseToMinor: raise.toMinor, dueAt: new Date(dueAt), endsAt: toDate(endsAt) },
      submittedAt: new Date(submittedAt),
    },
  });
}

export async function findLimitBatch(db: Db, limitBatchId: string): Promise<LimitBatch | null> {
  const where = { merchantId_limitBatchId: { merchantId: ACQUIRER, limitBatchId } };
  const row = await db.limitBatch.findUnique({ where, include: withDecisions });
  return row && toBatch(row);
}

/** Batches still to be decided at a moment, the nearest deadline first. */
export async function listUndecidedBatches(db: Db, at: Date, most: number): Promise<LimitBatch[]> {
  const rows = await db.limitBatch.findMany({
    where: {
      merchantId: ACQUIRER,
      state: { in: ["submitted", "in_review"] },
      OR: [{ endsAt: null }, { endsAt: { gt: at } }],
    },
    orderBy: [{ dueAt: "asc" }, { limitBatchId: "asc" }],
    take: most,
    include: withDecisions,
  });
  return rows.map(toBatch);
}

/** The batches entered last, newest first. */
export async function listLatestBatches(db: Db, most: number): Promise<LimitBatch[]> {
  const rows = await db.limitBatch.findMany({
    where: { merchantId: ACQUIRER },
    orderBy: { limitBatchId: "desc" },
    take: most,
    include: withDecisions,
  });
  return rows.map(toBatch);
}

export type BatchChange = { state: RequestState; approvals?: number; resolvedAt?: Date };

/** Writes only if nobody wrote since `version` was read; false when somebody did. */
export async function setLimitBatch(
  db: Db,
  { limitBatchId, version }: Pick<LimitBatch, "limitBatchId" | "version">,
  change: BatchChange,
): Promise<boolean> {
  const { count } = await db.limitBatch.updateMany({
    where: { merchantId: ACQUIRER, limitBatchId, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

export async function insertBatchDecision(
  db: Db,
  limitBatchId: string,
  { userId, name, decidedAt, ...decision }: BatchDecision,
): Promise<void> {
  await db.limitBatchDecision.create({
    data: {
      ...{ ...decision, merchantId: ACQUIRER, limitBatchId, decidedByUserId: userId },
      ...{ decidedByName: name, decidedAt: new Date(decidedAt) },
    },
  });
}
