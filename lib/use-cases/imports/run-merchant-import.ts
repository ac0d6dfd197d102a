import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findMerchantsWithHours, lockForImport } from "@/lib/data/limit-import-facts";
import { putMerchants } from "@/lib/data/merchant-imports";
import { findMerchants } from "@/lib/data/registry";
import { ACQUIRER } from "@/lib/domain/ids";
import type { ImportRows } from "@/lib/domain/imports/import-plan";
import { planMerchants } from "@/lib/domain/imports/plan-merchants";
import { changeOf, type MerchantRow, type RegisteredMerchant } from "@/lib/domain/registry";
import { authorize } from "@/lib/use-cases/authorize";
import { keepImport } from "@/lib/use-cases/keep-import";
import {
  deadline,
  type ImportRun,
  requireSeen,
  type StampedPlan,
  stampPlan,
} from "@/lib/use-cases/import-stamp";

export type MerchantFile = ImportRows<MerchantRow>;

/** Shows what a merchants file would do or, with `run`, does it: all rows, as they were shown. */
export async function runMerchantImport(
  ctx: Ctx,
  file: MerchantFile,
  run: ImportRun | null,
): Promise<StampedPlan<RegisteredMerchant>> {
  authorize(ctx, "imports.apply", ACQUIRER);
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const merchantIds = file.rows.map(({ value }) => value.merchantId);
    if (run) await lockForImport(db, merchantIds);
    const known = await findMerchants(db, merchantIds);
    const withHours = await findMerchantsWithHours(db, merchantIds);
    const plan = planMerchants(file.rows, { known, withHours });
    const stamped = stampPlan({ ...plan, faults: [...file.faults, ...plan.faults] }, file);
    if (!run) return stamped;
    requireSeen(stamped, run);
    const written = plan.rows.filter(({ route }) => route !== "none");
    run.tell("checked", plan.rows.length, plan.rows.length);
    await putMerchants(db, ctx, {
      fresh: written.flatMap(({ before, after }) => (before === null ? [after] : [])),
      changes: written.flatMap(({ before, after }) => (before && changeOf(after, before)) ?? []),
    });
    await keepImport(db, ctx, run, stamped, { noun: "merchants" });
    run.tell("written", written.length, written.length);
    return stamped;
  });
}
