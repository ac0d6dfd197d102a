import "server-only";
import type { RequirementState } from "@/lib/domain/compliance";
import type { Db } from "@/lib/data/ctx";

/** A requirement with what the merchant has to do about it. */
export type Requirement = RequirementState & { requirementId: string; action: string };

export async function listRequirements(db: Db, merchantId: string): Promise<Requirement[]> {
  const rows = await db.requirement.findMany({
    where: { merchantId },
    orderBy: [{ code: "asc" }, { requirementId: "asc" }],
  });
  return rows.map((row) => ({
    requirementId: row.requirementId,
    code: row.code,
    terminalId: row.terminalId,
    status: row.status as Requirement["status"],
    dueAt: row.dueAt?.getTime() ?? null,
    documentExpiresAt: row.documentExpiresAt?.getTime() ?? null,
    affects: row.affects as Requirement["affects"],
    action: row.action,
  }));
}
