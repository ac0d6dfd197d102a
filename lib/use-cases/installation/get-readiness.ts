import "server-only";
import { countMissingMigrations } from "@/lib/data/readiness";

export type Readiness = {
  status: "ready" | "not_ready";
  database: "ok" | "unavailable";
  migrations: "ok" | "missing" | "mismatch" | "unknown";
};

const WAIT_MS = 700;

/** Whether this process can answer: the database does, and is as new as the program. For anybody to see. */
export async function getReadiness(): Promise<Readiness> {
  try {
    const missing = await countMissingMigrations(Date.now() + WAIT_MS);
    if (missing === 0) return { status: "ready", database: "ok", migrations: "ok" };
    const migrations = missing === null ? "mismatch" : "missing";
    return { status: "not_ready", database: "ok", migrations };
  } catch {
    return { status: "not_ready", database: "unavailable", migrations: "unknown" };
  }
}
