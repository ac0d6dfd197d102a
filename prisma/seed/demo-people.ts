import { hash } from "@node-rs/argon2";
import type { ClientBase } from "pg";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { idAt, insertRows } from "@/prisma/seed/rows";

export const SUNRISE = "898210154110002";
export const HARBOUR = "898210154110003";
export const LOTUS = "898210158120004";

type Person = { email: string; name: string; merchantId: string; role: Role };

/** Everybody who can sign in to the demo world; they share one password. */
export const DEMO_PEOPLE: readonly Person[] = [
  { email: "owner@sunrise.demo", name: "王晨", merchantId: SUNRISE, role: "merchant_owner" },
  { email: "staff@sunrise.demo", name: "陈雨", merchantId: SUNRISE, role: "merchant_staff" },
  { email: "owner@harbour.demo", name: "Grace Lam", merchantId: HARBOUR, role: "merchant_owner" },
  { email: "owner@lotus.demo", name: "林荷", merchantId: LOTUS, role: "merchant_owner" },
  {
    email: "reviewer@acquirer.demo",
    name: "李敏",
    merchantId: ACQUIRER,
    role: "acquirer_reviewer",
  },
  {
    email: "approver@acquirer.demo",
    name: "Zhang Wei",
    merchantId: ACQUIRER,
    role: "acquirer_approver",
  },
  {
    email: "approver2@acquirer.demo",
    name: "何静",
    merchantId: ACQUIRER,
    role: "acquirer_approver",
  },
  { email: "admin@acquirer.demo", name: "Sofia Tan", merchantId: ACQUIRER, role: "acquirer_admin" },
  { email: "admin2@acquirer.demo", name: "刘洋", merchantId: ACQUIRER, role: "acquirer_admin" },
  { email: "auditor@acquirer.demo", name: "Noor Aziz", merchantId: ACQUIRER, role: "auditor" },
];

/** Makes the people; answers their ids by e-mail. */
export async function seedPeople(
  client: ClientBase,
  { now, password }: { now: number; password: string },
): Promise<ReadonlyMap<string, string>> {
  const passwordHash = await hash(password);
  const ids = new Map(DEMO_PEOPLE.map(({ email }) => [email, idAt("usr", now)]));
  const userId = (email: string) => ids.get(email) ?? "";
  await insertRows(
    client,
    "users",
    DEMO_PEOPLE.map(({ email, name }) => ({
      ...{ user_id: userId(email), email, name, password_hash: passwordHash },
      created_at: new Date(now).toISOString(),
    })),
  );
  await insertRows(
    client,
    "memberships",
    DEMO_PEOPLE.map(({ email, merchantId, role }) => ({
      ...{ merchant_id: merchantId, user_id: userId(email), role },
      created_at: new Date(now).toISOString(),
    })),
  );
  return ids;
}
