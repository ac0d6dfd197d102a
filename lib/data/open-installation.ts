import "server-only";
import pg from "pg";
import { closeDatabase, openDatabase } from "@/lib/data/pool";
import { prepareDatabase } from "@/lib/data/prepare-database";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";
import { adoptAddress, completeEnv, env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

// A command may wait for a busy machine; a charge at a till may not.
const PATIENT_MS = 20_000;

/** The database of this installation, brought up to date and opened for this process. */
export type Installation = {
  ownerUrl: string;
  serverUrl: string;
  migrated: readonly string[];
  /** Closes the connections; the embedded database stops when its last user leaves. */
  close: () => Promise<void>;
};

async function seedWhenEmpty(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      "select not exists (select from merchants) and not exists (select from users) as empty",
    );
    if (rows[0]?.empty) await seedDemoWorld(client, { now: new Date(), password });
  } finally {
    await client.end();
  }
}

/** A server writes down where it is reached; a command that was told no address reads it there. */
async function agreeOnAddress(ownerUrl: string, purpose: "serve" | "command"): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (purpose === "serve") {
      await client.query(
        "update acquirer_settings set public_url = $1 where public_url is distinct from $1",
        [env().publicUrl],
      );
      return;
    }
    const { rows } = await client.query<{ at: string | null }>(
      "select public_url as at from acquirer_settings",
    );
    adoptAddress(rows[0]?.at ?? null);
  } finally {
    await client.end();
  }
}

/**
 * Opens the installation the environment names: `DATABASE_URL`, or the embedded database, which a
 * server fills with the demo world once.
 */
export async function openInstallation(purpose: "serve" | "command"): Promise<Installation> {
  const { DATABASE_URL, HEADROOM_DATA_DIR, demoPassword } = env();
  const embedded = DATABASE_URL ? null : await attachEmbedded(HEADROOM_DATA_DIR, purpose);
  const ownerUrl = embedded?.ownerUrl ?? DATABASE_URL ?? "";
  try {
    const { AUTH_SECRET = "" } = completeEnv({ AUTH_SECRET: embedded?.authSecret });
    const { serverUrl, migrated } = await prepareDatabase(ownerUrl, AUTH_SECRET);
    if (embedded && purpose === "serve") await seedWhenEmpty(ownerUrl, demoPassword);
    await agreeOnAddress(ownerUrl, purpose);
    openDatabase(serverUrl, {
      ...(purpose === "command" ? { connectMs: PATIENT_MS, max: 2 } : {}),
      onError: ({ message }) => logger.warn({ reason: message }, "database connection lost"),
    });
    const close = async () => {
      await closeDatabase();
      await embedded?.leave();
    };
    return { ownerUrl, serverUrl, migrated, close };
  } catch (error) {
    await embedded?.leave();
    throw error;
  }
}
