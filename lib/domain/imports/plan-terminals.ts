import {
  fault,
  type ImportFault,
  type ImportPlan,
  type NumberedRow,
  type PlannedRow,
} from "@/lib/domain/imports/import-plan";
import {
  askedOfTerminal,
  changeOf,
  type RegisteredTerminal,
  terminalOf,
  type TerminalRow,
} from "@/lib/domain/registry";

export type TerminalFacts = {
  merchants: { has: (merchantId: string) => boolean };
  /** Whose terminal a TID is. */
  owners: ReadonlyMap<string, string>;
  known: ReadonlyMap<string, RegisteredTerminal>;
  /** `MID|store` of the stores that have limits. */
  limitedStores: ReadonlySet<string>;
};

/** A terminal that leaves a store with limits would be free of them. */
const leavesLimits = (
  { merchantId, store }: RegisteredTerminal,
  after: RegisteredTerminal,
  { limitedStores }: TerminalFacts,
) => store !== null && after.store !== store && limitedStores.has(`${merchantId}|${store}`);

type Planned = PlannedRow<RegisteredTerminal>;

function planRow(
  { line, value: row }: NumberedRow<TerminalRow>,
  facts: TerminalFacts,
): Planned | ImportFault {
  const { merchantId, terminalId } = row;
  if (!facts.merchants.has(merchantId)) {
    return fault(line, `merchant_id: there is no merchant ${merchantId}`);
  }
  const owner = facts.owners.get(terminalId);
  if (owner !== undefined && owner !== merchantId) {
    return fault(line, `terminal_id: ${terminalId} belongs to another merchant`);
  }
  const before = facts.known.get(terminalId) ?? null;
  if (before === null) {
    return { line, before, after: terminalOf(row), route: "direct", noUndo: "new" };
  }
  const change = changeOf<RegisteredTerminal>(askedOfTerminal(row, before), before);
  if (!change) return { line, before, after: before, route: "none", noUndo: null };
  const after = change.record;
  if (leavesLimits(before, after, facts)) {
    return fault(line, "store: the terminal would leave a store that has limits");
  }
  return { line, before, after, route: "direct", noUndo: null };
}

/** What a terminals file would do: a terminal that would leave limits behind is a fault. */
export function planTerminals(
  rows: readonly NumberedRow<TerminalRow>[],
  facts: TerminalFacts,
): ImportPlan<RegisteredTerminal> {
  const planned = rows.map((row) => planRow(row, facts));
  return {
    rows: planned.filter((one): one is Planned => "route" in one),
    faults: planned.filter((one): one is ImportFault => !("route" in one)),
  };
}
