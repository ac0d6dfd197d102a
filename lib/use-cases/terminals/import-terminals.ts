import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  askedOfTerminal,
  changeOf,
  type ImportCounts,
  type ImportOptions,
  ImportRefused,
  type RegisteredTerminal,
  type RowFault,
  terminalOf,
  type TerminalRow,
} from "@/lib/domain/registry";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findMerchants, findTerminalOwners, findTerminals } from "@/lib/data/registry";
import { putTerminals } from "@/lib/data/terminal-imports";
import { authorize } from "@/lib/use-cases/authorize";

async function listFaults(db: Db, rows: readonly TerminalRow[]): Promise<RowFault[]> {
  const merchantIds = rows.map((row) => row.merchantId);
  const terminalIds = rows.map((row) => row.terminalId);
  const merchants = await findMerchants(db, merchantIds);
  const owners = await findTerminalOwners(db, terminalIds);
  return rows.flatMap(({ merchantId, terminalId }, index): RowFault[] => {
    if (!merchants.has(merchantId)) {
      return [{ index, detail: `merchant_id: there is no merchant ${merchantId}` }];
    }
    const owner = owners.get(terminalId);
    return owner === undefined || owner === merchantId
      ? []
      : [{ index, detail: `terminal_id: ${terminalId} belongs to another merchant` }];
  });
}

/**
 * Sets terminals up by TID, all of them or none; stores are made as they are named. A TID of another
 * merchant refuses the file; a serial bound elsewhere does not: the check tells of it.
 */
export async function importTerminals(
  ctx: Ctx,
  rows: readonly TerminalRow[],
  { checkOnly = false }: ImportOptions = {},
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const faults = await listFaults(db, rows);
    if (faults.length > 0 || checkOnly) throw new ImportRefused(faults);
    const terminalIds = rows.map((row) => row.terminalId);
    const known = await findTerminals(db, terminalIds);
    const fresh = rows.filter(({ terminalId }) => !known.has(terminalId)).map(terminalOf);
    const changes = rows.flatMap((row) => {
      const terminal = known.get(row.terminalId);
      if (!terminal) return [];
      return changeOf<RegisteredTerminal>(askedOfTerminal(row, terminal), terminal) ?? [];
    });
    await putTerminals(db, ctx, { rows, fresh, changes });
    const unchanged = rows.length - fresh.length - changes.length;
    return { created: fresh.length, updated: changes.length, unchanged };
  });
}
