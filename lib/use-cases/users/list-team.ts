import "server-only";
import type { Colleague } from "@/lib/domain/access/team";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listKeysMadeBy, listPeople } from "@/lib/data/people";
import { authorize } from "@/lib/use-cases/authorize";

const MOST = 500;

/** Who may sign in for the merchant, each with the keys they made. */
export async function listTeam(ctx: Ctx, merchantId: string): Promise<Colleague[]> {
  authorize(ctx, "users.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const people = await listPeople(db, merchantId, MOST);
    const userIds = people.map(({ userId }) => userId);
    const keys = await listKeysMadeBy(db, merchantId, userIds);
    return people.map((person) => ({ ...person, keys: keys.get(person.userId) ?? [] }));
  });
}
