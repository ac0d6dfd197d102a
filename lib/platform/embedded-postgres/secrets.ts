import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What an embedded installation generated for itself at its first start. */
export type Secrets = { authSecret: string; databasePassword: string };

/** Reads the secrets kept in the data folder, making them at the first start; readable by us only. */
export function keptSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    const made: Secrets = {
      authSecret: randomBytes(32).toString("base64url"),
      databasePassword: randomBytes(24).toString("base64url"),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: "wx" });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}
