import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  changedFields,
  type ImportCounts,
  ImportRefused,
  type RegisteredTerminal,
  type RowFault,
} from "@/lib/domain/registry";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  bindSerials,
  createStores,
  createTerminals,
  findMerchants,
  findTerminalOwners,
  findTerminals,
  freeSerials,
  setTerminal,
} from "@/lib/data/registry";
import { authorize } from "@/lib/use-cases/authorize";

async function assertImportable(db: Db, rows: readonly RegisteredTerminal[]): Promise<void> {
  const merchants = await findMerchants(db, [...new Set(rows.map((row) => row.merchantId))]);
  const owners = await findTerminalOwners(
    db,
    rows.map((row) => row.terminalId),
  );
  const faults = rows.flatMap((row, index): RowFault[] => {
    const { merchantId, terminalId } = row;
    if (!merchants.has(merchantId)) {
      return [{ index, detail: `merchant_id: there is no merchant ${merchantId}` }];
    }
    const owner = owners.get(terminalId);
    return owner === undefined || owner === merchantId
      ? []
      : [{ index, detail: `terminal_id: ${terminalId} belongs to another merchant` }];
  });
  if (faults.length > 0) throw new ImportRefused(faults);
}

type Change = {
  row: RegisteredTerminal;
  before: object | null;
  after: Partial<RegisteredTerminal>;
};

function planChanges(
  rows: readonly RegisteredTerminal[],
  known: ReadonlyMap<string, Required<RegisteredTerminal>>,
): Change[] {
  return rows.flatMap((row): Change[] => {
    const existing = known.get(row.terminalId);
    if (!existing) return [{ row, before: null, after: row }];
    const after = changedFields<RegisteredTerminal>(row, existing);
    if (Object.keys(after).length === 0) return [];
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, existing[field as keyof RegisteredTerminal]]),
    );
    return [{ row, before, after }];
  });
}

/** The first holder of a serial keeps it; a terminal that changes its own sets the old one free. */
async function setBindings(db: Db, changes: readonly Change[]): Promise<void> {
  const moved = changes.filter(({ after }) => "serialNumber" in after).map(({ row }) => row);
  await freeSerials(db, moved);
  await bindSerials(
    db,
    moved.flatMap(({ serialNumber, merchantId, terminalId }) =>
      serialNumber ? [{ serialNumber, merchantId, terminalId }] : [],
    ),
  );
}

/**
 * Sets terminals up by TID, all of them or none; stores are made as they are named. A TID of another
 * merchant refuses the file; a serial bound elsewhere does not: the check tells of it.
 */
export async function importTerminals(
  ctx: Ctx,
  rows: readonly RegisteredTerminal[],
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    await assertImportable(db, rows);
    const known = await findTerminals(
      db,
      rows.map((row) => row.terminalId),
    );
    const changes = planChanges(rows, known);
    const stores = changes.flatMap(({ row: { merchantId, store } }) =>
      store ? [{ merchantId, store }] : [],
    );
    await createStores(db, stores);
    const fresh = changes.filter(({ before }) => before === null);
    await createTerminals(
      db,
      fresh.map(({ row }) => row),
    );
    for (const { row, before, after } of changes) {
      const { merchantId, terminalId } = row;
      if (before) await setTerminal(db, merchantId, terminalId, after);
      await recordAuditEvent(db, merchantId, ctx, {
        ...{ action: "terminal.import", subjectKind: "terminal", subjectId: terminalId },
        ...{ before, after },
      });
    }
    await setBindings(db, changes);
    const unchanged = rows.length - changes.length;
    const created = fresh.length;
    return { created, updated: changes.length - created, unchanged };
  });
}
