import { createHash, randomBytes } from "node:crypto";
import type { ClientBase } from "pg";
import { ACQUIRER } from "@/lib/domain/ids";
import type { AuditFact } from "@/prisma/seed/demo-traces";
import { idAt, insertRows, iso, isoOrNull } from "@/prisma/seed/rows";
import { DAY_MS, HOUR_MS, type Person } from "@/prisma/seed/story";

type DemoProposal = {
  kind: string;
  key: string;
  at: number;
  before: object;
  after: object;
  /** What the audit trail says beside the values. */
  which: object;
};

/** What was proposed yesterday and today and waits for a second person. */
async function seedProposals(client: ClientBase, by: Person, now: number): Promise<AuditFact[]> {
  const email = "chen.lin@acquirer.demo";
  const proposals: DemoProposal[] = [
    {
      ...{ kind: "four_eyes_threshold", key: "daily|CNY", at: now - 20 * HOUR_MS },
      ...{ before: { maxAmountMinor: 30_000_000 }, after: { maxAmountMinor: 50_000_000 } },
      which: { window: "daily", currency: "CNY" },
    },
    {
      ...{ kind: "invitation", key: email, at: now - 3 * HOUR_MS, which: { email } },
      ...{ before: { name: null, roles: [] }, after: { name: "陈琳", roles: ["auditor"] } },
    },
  ];
  await insertRows(
    client,
    "settings_changes",
    proposals.map(({ kind, key, at, before, after }) => ({
      ...{ change_id: idAt("chg", at), kind, key, before, after, state: "proposed" },
      ...{ proposed_by_user_id: by.id, proposed_by_name: by.name, proposed_at: iso(at) },
    })),
  );
  return proposals.map(({ at, which, before, after }) => ({
    ...{ merchantId: ACQUIRER, at, by, action: "settings_change.propose" },
    ...{ before: { ...which, ...before }, after: { ...which, ...after } },
    subject: ["settings_change", idAt("chg", at)],
  }));
}

type DemoKey = { name: string; scopes: readonly string[]; at: number; revokedAt: number | null };

/** Keys of the acquirer's own systems: one in use, one that was replaced. Nobody knows the keys themselves. */
async function seedAcquirerKeys(client: ClientBase, by: Person, now: number): Promise<AuditFact[]> {
  const scopes = ["checks:run", "limits:read", "transactions:write"];
  const wanted: DemoKey[] = [
    { name: "Core switch, old", scopes, at: now - 200 * DAY_MS, revokedAt: now - 60 * DAY_MS },
    { name: "Core switch", scopes, at: now - 61 * DAY_MS, revokedAt: null },
  ];
  const keys = wanted.map((key) => ({ ...key, keyId: idAt("key", key.at) }));
  const hashes = keys.map(() => createHash("sha256").update(randomBytes(32)).digest("hex"));
  await insertRows(
    client,
    "api_keys",
    keys.map(({ name, at, revokedAt, keyId }, index) => ({
      ...{ merchant_id: ACQUIRER, key_id: keyId, name, hint: ["7Qm2", "x9Ka"][index] },
      ...{ key_hash: `\\x${hashes[index]}`, mode: "live", scopes, rate_per_second: 1000 },
      ...{ created_by_user_id: by.id, created_at: iso(at), revoked_at: isoOrNull(revokedAt) },
      last_used_at: iso(revokedAt ?? now - HOUR_MS),
    })),
  );
  return keys.flatMap(({ keyId, name, at, revokedAt }): AuditFact[] => {
    const told = { merchantId: ACQUIRER, by, subject: ["api_key", keyId] as const };
    const facts = { name, scopes };
    const made = { ...told, at, action: "api_key.create" as const, before: null, after: facts };
    if (revokedAt === null) return [made];
    const revoked = { ...told, at: revokedAt, action: "api_key.revoke" as const };
    return [made, { ...revoked, before: facts, after: {} }];
  });
}

/** What the acquirer's people did to their own rules; answers what the audit trail says of it. */
export async function seedConfiguration(
  client: ClientBase,
  admin: Person,
  now: number,
): Promise<AuditFact[]> {
  const proposed = await seedProposals(client, admin, now);
  return [...proposed, ...(await seedAcquirerKeys(client, admin, now))];
}
