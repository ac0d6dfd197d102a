import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { closeDatabase, openDatabase } from "@/lib/data/pool";
import { serverUrlOf, ensureServerRole } from "@/lib/data/server-role";

const TEST_SECRET = "a secret of the tests, long enough to be one";

/** A database of its own for one test file, cloned from the prepared template. */
export type TestDatabase = {
  ownerUrl: string;
  serverUrl: string;
  /** Connected as the owner: sees and changes everything. */
  owner: pg.Client;
  drop: () => Promise<void>;
};

/** Clones the template and opens it as the database of this process, as the server's role. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const template = new URL(templateUrl);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: templateUrl.replace(/[^/]*$/, "postgres") });
  await admin.connect();
  await admin.query(`create database ${name} template ${template.pathname.slice(1)}`);
  const ownerUrl = templateUrl.replace(/[^/]*$/, name);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await ensureServerRole(owner, ownerUrl, TEST_SECRET);
  const serverUrl = serverUrlOf(ownerUrl, TEST_SECRET);
  openDatabase(serverUrl, { connectMs: 20_000 });
  const drop = async () => {
    await closeDatabase();
    await owner.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${pg.escapeIdentifier(new URL(serverUrl).username)}`);
    await admin.end();
  };
  return { ownerUrl, serverUrl, owner, drop };
}
