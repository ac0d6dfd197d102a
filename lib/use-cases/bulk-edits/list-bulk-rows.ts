import "server-only";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listLimitsToEdit } from "@/lib/data/limit-edit-facts";
import { listFoundMerchantIds, type MerchantFilter } from "@/lib/data/merchant-search";
import { findMerchants, findTerminals } from "@/lib/data/registry";
import { listFoundTerminals, type RegistryFilter } from "@/lib/data/registry-terminals";
import {
  BULK_KINDS,
  type BulkEdit,
  type LimitEdit,
  MOST_SELECTED,
  NOUN_OF_EDIT,
  type StatusEdit,
} from "@/lib/domain/bulk-edits/bulk-edit";
import { type BulkTarget, limitEditRows } from "@/lib/domain/bulk-edits/limit-edit-rows";
import { terminalStatusRows } from "@/lib/domain/bulk-edits/terminal-status-rows";
import { InvalidError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { fault, type ImportRows, MOST_ROWS } from "@/lib/domain/imports/import-plan";
import type { MerchantRow, RegisteredLimit, TerminalRow } from "@/lib/domain/registry";
import { authorize } from "@/lib/use-cases/authorize";
import { deadline } from "@/lib/use-cases/import-stamp";

/** Rows ticked one by one, or all that a list finds. */
export type BulkSelection =
  | { list: "merchants"; merchantIds: readonly string[] }
  | { list: "merchants"; filter: MerchantFilter }
  | { list: "registry"; terminals: readonly BulkTarget[] }
  | { list: "registry"; filter: RegistryFilter };

export type BulkRows =
  | { noun: "merchants"; file: ImportRows<MerchantRow> }
  | { noun: "terminals"; file: ImportRows<TerminalRow> }
  | { noun: "limits"; file: ImportRows<RegisteredLimit> };

const PERMISSIONS = {
  status: "merchants.set_status",
  terminal_status: "terminals.set_status",
} as const;

const ofMerchant = (merchantId: string): BulkTarget => ({ merchantId, terminalId: null });

async function targetsOf(db: Db, selection: BulkSelection): Promise<readonly BulkTarget[]> {
  if ("terminals" in selection) return selection.terminals;
  if ("merchantIds" in selection) return selection.merchantIds.map(ofMerchant);
  const most = MOST_SELECTED + 1;
  if (selection.list === "registry") return listFoundTerminals(db, selection.filter, most);
  return (await listFoundMerchantIds(db, selection.filter, most)).map(ofMerchant);
}

async function statusRows(
  db: Db,
  targets: readonly BulkTarget[],
  { status, reason }: StatusEdit,
): Promise<ImportRows<MerchantRow>> {
  const known = await findMerchants(
    db,
    targets.map(({ merchantId }) => merchantId),
  );
  const found: ImportRows<MerchantRow> = { rows: [], faults: [] };
  for (const [index, { merchantId }] of targets.entries()) {
    const merchant = known.get(merchantId);
    const line = index + 1;
    if (merchant) found.rows.push({ line, value: { ...merchant, status, statusReason: reason } });
    else found.faults.push(fault(line, `merchant_id: there is no merchant ${merchantId}`));
  }
  return found;
}

async function limitRows(
  ctx: Ctx,
  db: Db,
  targets: readonly BulkTarget[],
  edit: LimitEdit,
): Promise<ImportRows<RegisteredLimit>> {
  const limits = await listLimitsToEdit(db, targets, edit, MOST_ROWS + 1);
  if (limits.length <= MOST_ROWS) return limitEditRows(targets, limits, edit, ctx.now().getTime());
  return { rows: [], faults: [fault(1, `more than ${MOST_ROWS} limits`)] };
}

function requireFit({ list }: BulkSelection, { kind }: BulkEdit): void {
  const kinds: readonly BulkEdit["kind"][] = BULK_KINDS[list];
  if (kinds.includes(kind)) return;
  const detail = "Merchants and terminals each have statuses of their own.";
  throw new InvalidError([{ pointer: "/edit/kind", code: "not_allowed", detail }]);
}

async function rowsOf(
  ctx: Ctx,
  db: Db,
  targets: readonly BulkTarget[],
  edit: BulkEdit,
): Promise<BulkRows> {
  switch (edit.kind) {
    case "status":
      return { noun: "merchants", file: await statusRows(db, targets, edit) };
    case "terminal_status": {
      const known = await findTerminals(
        db,
        targets.flatMap(({ terminalId }) => terminalId ?? []),
      );
      return { noun: "terminals", file: terminalStatusRows(targets, known, edit) };
    }
    case "limits":
      return { noun: "limits", file: await limitRows(ctx, db, targets, edit) };
  }
}

/**
 * An edit of all selected rows as the rows of an import, which then shows and applies it. What a list finds
 * is looked up anew each time, so the stamp of the preview tells when it is no longer the same.
 */
export async function listBulkRows(
  ctx: Ctx,
  selection: BulkSelection,
  edit: BulkEdit,
): Promise<BulkRows> {
  authorize(ctx, "imports.apply", ACQUIRER);
  if (edit.kind !== "limits") authorize(ctx, PERMISSIONS[edit.kind], ACQUIRER);
  requireFit(selection, edit);
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const targets = await targetsOf(db, selection);
    if (targets.length <= MOST_SELECTED) return rowsOf(ctx, db, targets, edit);
    const faults = [fault(1, `more than ${MOST_SELECTED} selected`)];
    return { noun: NOUN_OF_EDIT[edit.kind], file: { rows: [], faults } };
  });
}
