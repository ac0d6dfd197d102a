import { InvalidError } from "@/lib/domain/errors";
import { draftRow } from "@/lib/domain/imports/draft-row";
import {
  fault,
  type ImportFault,
  type NoUndo,
  type NumberedRow,
} from "@/lib/domain/imports/import-plan";
import {
  type KnownLimit,
  type LimitAct,
  type LimitFacts,
  type PlannedLimit,
  rowKey,
} from "@/lib/domain/imports/limit-facts";
import type { Instant } from "@/lib/domain/instant";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import { firstVersion, planLimitImport } from "@/lib/domain/limits/plan-import";
import type { RegisteredLimit } from "@/lib/domain/registry";

function missing({ merchantId, identity }: RegisteredLimit, facts: LimitFacts): string | null {
  const { terminalId, store } = identity;
  if (!facts.statuses.has(merchantId)) return `merchant_id: there is no merchant ${merchantId}`;
  if (terminalId !== null && facts.owners.get(terminalId) !== merchantId) {
    return `terminal_id: the merchant has no terminal ${terminalId}`;
  }
  if (store !== null && !facts.stores.has(`${merchantId}|${store}`)) {
    return "store: the merchant has no such store";
  }
  return null;
}

/** The row that says what the base is; null where there is none. */
function rowOf(row: RegisteredLimit, limit: KnownLimit, now: Instant): RegisteredLimit | null {
  const base = baseInForce(limit.versions, now);
  if (base === null) return null;
  const { maxAmountMinor, maxCount, minAmountMinor, warnPercent } = base;
  const values = { maxAmountMinor, maxCount, minAmountMinor };
  return { ...row, values, startsAt: null, endsAt: null, warnPercent };
}

function noUndoOf(before: RegisteredLimit | null, after: RegisteredLimit, now: Instant) {
  if (before === null) return "new";
  if (after.endsAt !== null) return "temporary";
  return after.startsAt !== null && after.startsAt > now ? "later" : null;
}

/** A merchant that was never live is set up directly; all others keep to requests. */
function actOf(row: RegisteredLimit, known: KnownLimit | null, facts: LimitFacts): LimitAct {
  const { now, warnPercent, newId } = facts;
  const effect = known && planLimitImport(known.versions, row, { now, warnPercent });
  if (known && !effect) return { kind: "none" };
  if (facts.statuses.get(row.merchantId) !== "pending") return draftRow(row, known, facts);
  if (known && effect) return { kind: "change", limit: known, effect };
  const limit = { ...row.identity, limitId: newId("lim") };
  return { kind: "create", limit, version: firstVersion(row, warnPercent) };
}

function routeOf(act: LimitAct): PlannedLimit["route"] {
  if (act.kind === "none") return "none";
  return act.kind === "draft" && !act.draft.request.isTightening ? "request" : "direct";
}

function planRow(
  { line, value: row }: NumberedRow<RegisteredLimit>,
  facts: LimitFacts,
): PlannedLimit | ImportFault {
  const detail = missing(row, facts);
  if (detail !== null) return fault(line, detail);
  const known = facts.limits.get(rowKey(row)) ?? null;
  const before = known && rowOf(row, known, facts.now);
  const act = actOf(row, known, facts);
  const route = routeOf(act);
  if (route === "request" && facts.open.has(rowKey(row))) {
    return fault(line, "a request for this limit is open already");
  }
  const noUndo: NoUndo | null = route === "none" ? null : noUndoOf(before, row, facts.now);
  const after = { ...row, warnPercent: row.warnPercent ?? before?.warnPercent ?? null };
  return { line, before, after: route === "none" ? (before ?? row) : after, route, noUndo, act };
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  "/starts_at": "starts_at",
  "/ends_at": "ends_at",
  "/requested": "max_amount",
  "/warn_percent": "warn_percent",
};

/**
 * What a limits file would do. For a merchant that is or was live what tightens applies at once and
 * everything else is asked for; a limit somebody already asks about is a fault.
 */
export function planLimits(
  rows: readonly NumberedRow<RegisteredLimit>[],
  facts: LimitFacts,
): { rows: PlannedLimit[]; faults: ImportFault[] } {
  const plan: { rows: PlannedLimit[]; faults: ImportFault[] } = { rows: [], faults: [] };
  for (const row of rows) {
    try {
      const planned = planRow(row, facts);
      if ("act" in planned) plan.rows.push(planned);
      else plan.faults.push(planned);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      for (const { pointer, detail } of error.fields) {
        const column = COLUMN_OF[pointer] ?? pointer.split("/").at(-1) ?? "";
        plan.faults.push(fault(row.line, `${column}: ${detail}`));
      }
    }
  }
  return plan;
}
