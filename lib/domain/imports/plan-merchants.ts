import {
  fault,
  type ImportFault,
  type ImportPlan,
  type NoUndo,
  type NumberedRow,
  type PlannedRow,
} from "@/lib/domain/imports/import-plan";
import {
  askedOfMerchant,
  changeOf,
  lacksReason,
  merchantOf,
  type MerchantRow,
  type RegisteredMerchant,
} from "@/lib/domain/registry";

export type MerchantFacts = {
  known: ReadonlyMap<string, RegisteredMerchant>;
  /** Merchants with limits that bind at some hours or on some days only. */
  withHours: ReadonlySet<string>;
};

/** What a file may not do to a merchant that exists, for it would loosen limits or cannot be. */
function faultOf(row: MerchantRow, known: RegisteredMerchant, { withHours }: MerchantFacts) {
  if (row.status !== known.status) {
    if (known.status === "closed") return "status: a closed merchant stays closed";
    if (row.status === "pending") return "status: a merchant never becomes pending again";
  }
  if (lacksReason(row, known)) return "status_reason: a change of status needs a reason";
  const movesHours = row.timeZone !== known.timeZone && withHours.has(row.merchantId);
  return movesHours ? "time_zone: limits of this merchant have hours in its present zone" : null;
}

function noUndoOf(before: RegisteredMerchant | null, { status }: RegisteredMerchant) {
  if (before === null) return "new";
  if (before.status === status) return null;
  if (status === "closed") return "closed";
  return before.status === "pending" ? "live" : null;
}

type Planned = PlannedRow<RegisteredMerchant>;

function planRow(
  { line, value: row }: NumberedRow<MerchantRow>,
  facts: MerchantFacts,
): Planned | ImportFault {
  const before = facts.known.get(row.merchantId) ?? null;
  if (before === null) {
    return { line, before, after: merchantOf(row), route: "direct", noUndo: "new" };
  }
  const detail = faultOf(row, before, facts);
  if (detail !== null) return fault(line, detail);
  const change = changeOf<RegisteredMerchant>(askedOfMerchant(row, before), before);
  if (!change) return { line, before, after: before, route: "none", noUndo: null };
  const after = change.record;
  const noUndo: NoUndo | null = noUndoOf(before, after);
  return { line, before, after, route: "direct", noUndo };
}

/** What a merchants file would do: nothing of it loosens a limit, so all of it applies at once. */
export function planMerchants(
  rows: readonly NumberedRow<MerchantRow>[],
  facts: MerchantFacts,
): ImportPlan<RegisteredMerchant> {
  const planned = rows.map((row) => planRow(row, facts));
  return {
    rows: planned.filter((one): one is Planned => "route" in one),
    faults: planned.filter((one): one is ImportFault => !("route" in one)),
  };
}
