import { type LimitEdit, VALUE_OF } from "@/lib/domain/bulk-edits/bulk-edit";
import { stepValue } from "@/lib/domain/bulk-edits/step-value";
import type { ImportFault, NumberedRow } from "@/lib/domain/imports/import-plan";
import type { KnownLimit } from "@/lib/domain/imports/limit-facts";
import type { Instant } from "@/lib/domain/instant";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import type { RegisteredLimit } from "@/lib/domain/registry";

/** What was selected: a merchant, or one of its terminals. */
export type BulkTarget = { merchantId: string; terminalId: string | null };

export type TargetLimit = { merchantId: string; limit: KnownLimit };

type Rows = { rows: NumberedRow<RegisteredLimit>[]; faults: ImportFault[] };

function rowOf({ merchantId, limit }: TargetLimit, edit: LimitEdit, now: Instant) {
  const base = baseInForce(limit.versions, now);
  if (base === null) return "has no lasting values now";
  const { maxAmountMinor, maxCount, minAmountMinor } = base;
  const value = stepValue(base[VALUE_OF[edit.metric]], edit.step);
  if (typeof value === "string") return `${edit.metric}: ${value}`;
  const values = { maxAmountMinor, maxCount, minAmountMinor, [VALUE_OF[edit.metric]]: value };
  const { minAmountMinor: least, maxAmountMinor: most } = values;
  if (least !== null && most !== null && least > most) return "min_amount: above max_amount";
  const { naturalKey, limitId: _, version: __, versions: ___, ...identity } = limit;
  const row = { merchantId, identity, naturalKey, values };
  return { ...row, startsAt: null, endsAt: null, warnPercent: null } satisfies RegisteredLimit;
}

const keyOf = ({ merchantId, terminalId }: BulkTarget) => `${merchantId} ${terminalId ?? ""}`;

/** The rows an import of the edit would have: each limit of each target, whose lasting values it steps from. */
export function limitEditRows(
  targets: readonly BulkTarget[],
  limits: readonly TargetLimit[],
  edit: LimitEdit,
  now: Instant,
): Rows {
  const byTarget = new Map<string, TargetLimit[]>(targets.map((target) => [keyOf(target), []]));
  for (const one of limits) {
    const { merchantId, limit } = one;
    const { terminalId } = limit;
    const own = byTarget.get(keyOf({ merchantId, terminalId }));
    (own ?? byTarget.get(keyOf({ merchantId, terminalId: null })))?.push(one);
  }
  const found: Rows = { rows: [], faults: [] };
  let line = 0;
  for (const target of targets) {
    const own = byTarget.get(keyOf(target)) ?? [];
    if (own.length === 0) {
      found.faults.push({ line: ++line, detail: "has no such limit", about: target });
    }
    for (const one of own) {
      const row = rowOf(one, edit, now);
      const about = { merchantId: one.merchantId, terminalId: one.limit.terminalId };
      if (typeof row === "string") found.faults.push({ line: ++line, detail: row, about });
      else found.rows.push({ line: ++line, value: row });
    }
  }
  return found;
}
