import type { ClientBase } from "pg";
import { seedMerchants } from "@/prisma/seed/builders";
import { seedHistory } from "@/prisma/seed/demo-history";
import { demoMerchants } from "@/prisma/seed/demo-merchants";
import { DEMO_PEOPLE, seedPeople } from "@/prisma/seed/demo-people";
import { seedRequests } from "@/prisma/seed/demo-requests";
import { seedRequirements } from "@/prisma/seed/demo-requirements";

const YEAR_MS = 365 * 86_400_000;

async function seedRules(client: ClientBase): Promise<void> {
  await client.query("update acquirer_settings set name = 'Pearl River Acquiring 珠江收单'");
  await client.query(
    `insert into four_eyes_thresholds ("window", currency, max_amount_minor)
     values ('per_transaction', 'CNY', 5000000), ('daily', 'CNY', 30000000) on conflict do nothing`,
  );
}

async function seedAll(client: ClientBase, now: number, password: string): Promise<void> {
  await seedRules(client);
  const merchants = demoMerchants(now);
  await seedMerchants(client, merchants, now - YEAR_MS);
  const userIds = await seedPeople(client, { now: now - YEAR_MS, password });
  const person = (email: string) => ({
    userId: userIds.get(email) ?? "",
    name: DEMO_PEOPLE.find((one) => one.email === email)?.name ?? email,
  });
  await seedRequirements(client, merchants, now);
  await seedHistory(client, merchants, now);
  const cast = {
    owner: person("owner@sunrise.demo"),
    reviewer: person("reviewer@acquirer.demo"),
    approver: person("approver@acquirer.demo"),
  };
  await seedRequests(client, cast, now);
}

/** Fills an empty database with the demo world, as it looks at `now`; all of it or nothing. */
export async function seedDemoWorld(
  client: ClientBase,
  { now, password }: { now: Date; password: string },
): Promise<void> {
  await client.query("begin");
  try {
    await seedAll(client, now.getTime(), password);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
