import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countMissing, findMismatch, migrate, readMigrations } from "@/lib/data/migrate";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

describe("migrations", () => {
  it("apply once and are remembered with their checksums", async () => {
    expect(await migrate(db.owner)).toEqual([]);
    expect(await countMissing(db.owner)).toBe(0);
  });

  it("stop at one that was changed or is unknown here", () => {
    const known = readMigrations();
    const first = known[0]!;
    const applied = [{ migration_name: first.name, checksum: "0" }];
    expect(findMismatch(applied, known)).toContain("was changed after it was applied");
    const stranger = [{ migration_name: "29990101000000_later", checksum: "0" }];
    expect(findMismatch(stranger, known)).toContain("is not part of this version");
  });
});

describe("the server's role", () => {
  let server: pg.Client;
  beforeAll(async () => {
    server = new pg.Client({ connectionString: db.serverUrl });
    await server.connect();
  });
  afterAll(() => server.end());

  const names = async (client: pg.Client, sql: string) =>
    (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);

  it("owns nothing and bypasses nothing", async () => {
    const { rows } = await server.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*) from pg_class where relowner = r.oid)::int as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });

  it("meets row-level security on every table", async () => {
    const open = await names(
      db.owner,
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity`,
    );
    expect(open).toEqual(["_prisma_migrations"]);
  });

  it("finds the merchant first in every key of a tenant table", async () => {
    const others = await names(
      db.owner,
      `select i.indexrelid::regclass::text as name from pg_index i
       join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
       join pg_attribute m on m.attrelid = t.oid and m.attname = 'merchant_id'
       where n.nspname = 'public' and i.indisunique and i.indkey[0] <> m.attnum order by 1`,
    );
    expect(others).toEqual([
      "api_key_directory_pkey",
      "serial_directory_pkey",
      "terminal_directory_pkey",
    ]);
  });

  it("sees no merchant outside a context", async () => {
    await db.owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ('898210154119999', 'x', 'x', '5812', 'micro', 'CNY', 'Asia/Shanghai', 'active')`,
    );
    expect(await names(server, "select merchant_id as name from merchants")).toEqual([]);
    await expect(server.query("update audit_events set actor_name = 'x'")).rejects.toMatchObject({
      code: "42501",
    });
  });
});
