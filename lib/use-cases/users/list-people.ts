import "server-only";
import type { Person } from "@/lib/domain/access/person";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPeople as readPeople } from "@/lib/data/people";
import { authorize } from "@/lib/use-cases/authorize";

const MOST = 500;

/** Who may sign in for the merchant, or for the acquirer. */
export async function listPeople(ctx: Ctx, merchantId: string): Promise<Person[]> {
  authorize(ctx, "users.read", merchantId);
  return withMerchant(ctx, merchantId, (db) => readPeople(db, merchantId, MOST));
}
