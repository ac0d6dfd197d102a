import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withStartLock } from "@/lib/platform/embedded-postgres/start-lock";

/** What an embedded installation generated for itself at its first start. */
export type Secrets = { authSecret: string; databasePassword: string };

function make(file: string): void {
  const made: Secrets = {
    authSecret: randomBytes(32).toString("base64url"),
    databasePassword: randomBytes(24).toString("base64url"),
  };
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads the secrets kept in the data folder, making them at the first start; readable by us only. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "secrets.json");
  await withStartLock(dataDir, async () => {
    if (!existsSync(file)) make(file);
    return Promise.resolve();
  });
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}
