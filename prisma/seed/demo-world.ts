import type { ClientBase } from "pg";
import { seedMerchants } from "@/prisma/seed/builders";
import { seedApiRequests } from "@/prisma/seed/demo-api-requests";
import { seedBatch } from "@/prisma/seed/demo-batch";
import { seedChecks } from "@/prisma/seed/demo-checks";
import { seedHistory } from "@/prisma/seed/demo-history";
import { seedConfiguration } from "@/prisma/seed/demo-configuration";
import { demoMerchants } from "@/prisma/seed/demo-merchants";
import { DEMO_PEOPLE, seedPeople } from "@/prisma/seed/demo-people";
import { seedRequests } from "@/prisma/seed/demo-requests";
import { seedRequirements } from "@/prisma/seed/demo-requirements";
import { seedAuditTrail, seedMaintenance, seedNotifications } from "@/prisma/seed/demo-traces";
import type { Person } from "@/prisma/seed/story";

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
  const since = now - YEAR_MS;
  const merchants = demoMerchants(now);
  await seedMerchants(client, merchants, since);
  const userIds = await seedPeople(client, { now: since, password });
  const person = (email: string): Person => {
    const side = email.endsWith("@acquirer.demo") ? "acquirer" : "merchant";
    const name = DEMO_PEOPLE.find((one) => one.email === email)?.name ?? email;
    return { kind: "user", id: userIds.get(email) ?? "", name, side };
  };
  await seedRequirements(client, merchants, now);
  await seedHistory(client, merchants, now);
  const owner = person("owner@sunrise.demo");
  const admin = person("admin@acquirer.demo");
  const cast = {
    owner,
    reviewer: person("reviewer@acquirer.demo"),
    approver: person("approver@acquirer.demo"),
    second: person("approver2@acquirer.demo"),
  };
  const stories = await seedRequests(client, cast, now);
  await seedBatch(client, admin, now);
  await seedChecks(client, stories);
  await seedApiRequests(client, now);
  await seedNotifications(client, stories, owner.id, now);
  await seedMaintenance(client, admin, now);
  const configuration = await seedConfiguration(client, admin, now);
  await seedAuditTrail(client, { merchants, userIds, stories, configuration, admin, since });
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
