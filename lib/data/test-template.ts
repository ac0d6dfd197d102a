import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "@/lib/data/prepare-database";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** Starts one PostgreSQL for a test run and prepares the database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-test-"));
  const database = await attachEmbedded(folder, "serve");
  await prepareDatabase(database.ownerUrl, database.authSecret);
  project.provide("templateUrl", database.ownerUrl);
  return async () => {
    await database.leave();
    rmSync(folder, { recursive: true, force: true });
  };
}
