import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

async function openEngine(schema: string, connectionString: string) {
  const wasm = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bytes = readFileSync(wasm.replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const { __wbg_set_wasm: connect } = engineModule as unknown as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  connect(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engineModule.SchemaEngine.new(
    { datamodels: [["prisma/schema.prisma", schema]] } as never,
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
  );
}

async function scriptOf(schema: string): Promise<string> {
  const engine = await openEngine(schema, db.ownerUrl);
  const files = [{ path: "prisma/schema.prisma", content: schema }];
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return (stdout ?? "").replaceAll('"public"', '"described"');
}

// Lists are never null and default to empty in the SQL; the schema language cannot say that.
const COLUMNS = `select table_name || '.' || column_name || ' ' || udt_name
    || case when data_type = 'ARRAY' then '' else ' ' || is_nullable || ' ' || coalesce(column_default, '') end as line
  from information_schema.columns where table_schema = $1 and table_name <> '_prisma_migrations'
    and not (select relispartition from pg_class where oid = format('%I.%I', table_schema, table_name)::regclass)
  order by 1`;

// An index of a partitioned table says ON ONLY; its partitions have the same.
const INDEXES = `select replace(replace(indexdef, $1 || '.', ''), ' ON ONLY ', ' ON ') as line
  from pg_indexes where schemaname = $1`;

const lines = async (sql: string, schema: string) =>
  (await db.owner.query<{ line: string }>(sql, [schema])).rows.map((row) => row.line);

it("describes the migrated database: same columns, every described index there", async () => {
  const script = await scriptOf(readFileSync("prisma/schema.prisma", "utf8"));
  await db.owner.query("create schema described");
  await db.owner.query("set search_path = described");
  await db.owner.query(script);
  expect(await lines(COLUMNS, "described")).toEqual(await lines(COLUMNS, "public"));
  const migrated = await lines(INDEXES, "public");
  const described = await lines(INDEXES, "described");
  expect(described.filter((index) => !migrated.includes(index))).toEqual([]);
});
