import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flushCheckLog } from "@/lib/data/check-log";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { flushRequestLog } from "@/lib/data/request-log";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import { SCOPES } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { type Mode, MODES } from "@/lib/domain/mode";
import { api } from "@/lib/http/api";
import { TASKS, sweep } from "@/lib/jobs/tasks";
import { logger, plainLogger } from "@/lib/platform/logger";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { clearTrials } from "@/lib/use-cases/trials/clear-trials";
import { getTrials } from "@/lib/use-cases/trials/get-trials";

const M = "898210154110002";
const TID = "00018644";
const cny = (value: number) => ({ value, currency: "CNY" });

logger.level = plainLogger.level = "silent";

let db: TestDatabase;
let dailyId: string;
type Answer = {
  id: string;
  amount: { value: number };
  reservation: { id: string };
  reasons: { code: string }[];
  data: { id: string }[];
};

const keys = {} as Record<Mode, string>;
const acquirerKeys = {} as Record<Mode, string>;

async function call(
  mode: Mode,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  key?: string,
) {
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys[mode]}`,
        "content-type": "application/json",
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
    {},
  );
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text || "null") as Answer };
}

const headroom = async (mode: Mode): Promise<number> =>
  (await call(mode, "GET", `/terminals/${TID}/headroom`)).body.amount.value;

const sale = (externalId: string, value: number) => ({
  ...{ external_id: externalId, terminal_id: TID, amount: cny(value), response_code: "00" },
  occurred_at: new Date().toISOString(),
});

const hold = (mode: Mode, key: string, value = 1_000) =>
  call(
    mode,
    "POST",
    "/reservations",
    { terminal_id: TID, amount: cny(value), expires_in: 60 },
    key,
  );

const ask = (mode: Mode, value: number, key: string, more: object = {}) => {
  const justification = "A busier season than the last one is expected.";
  const body = { limit_id: dailyId, requested: { max_amount: cny(value) }, justification, ...more };
  return call(mode, "POST", "/limit-requests", body, key);
};

/** Every live table's rows as one value each; what a key's use leaves behind is left out. */
async function liveTables(): Promise<Record<string, string>> {
  const { rows } = await db.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     and relkind in ('r', 'p') and not relispartition and relname not in ('api_requests', 'api_keys')`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const sql = `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as rows from "${name}" t`;
    found[name] = (await db.owner.query<{ rows: string }>(sql)).rows[0]!.rows;
  }
  return found;
}

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: M, terminalId: TID });
  await insertTestUser(db.owner, "Boss", M, "merchant_owner");
  dailyId = await insertTestLimit(
    db.owner,
    M,
    { terminalId: TID, window: "daily" },
    {
      maxAmountMinor: 100_000,
    },
  );
  const operator: Ctx = { actor: { kind: "operator" }, now: () => new Date(), requestId: "req_t" };
  for (const mode of MODES) {
    const made = { merchantId: M, name: mode, scopes: SCOPES, mode, ratePerSecond: 0 };
    keys[mode] = (await createApiKey(operator, made)).key;
    acquirerKeys[mode] = (await createApiKey(operator, { ...made, merchantId: ACQUIRER })).key;
  }
});
afterAll(() => db.drop());

describe("a key made for testing", () => {
  it("counts what it tells in counters of its own", async () => {
    expect(await headroom("test")).toBe(100_000);
    expect((await call("test", "POST", "/transactions", sale("S1", 30_000))).status).toBe(200);
    expect((await call("live", "POST", "/transactions", sale("S1", 1_000))).body).toMatchObject({
      accepted: 1,
    });
    expect(await headroom("test")).toBe(70_000);
    expect(await headroom("live")).toBe(99_000);
    expect((await call("test", "GET", "/transactions")).body).toMatchObject({
      data: [{ external_id: "S1", amount: cny(30_000) }],
    });
  });

  it("holds headroom nobody else sees, once per key of its own mode", async () => {
    const [test, live] = [await hold("test", "K1", 20_000), await hold("live", "K1")];
    expect([test.status, live.status]).toEqual([201, 201]);
    const { id } = test.body.reservation;
    expect(await headroom("test")).toBe(50_000);
    expect(await headroom("live")).toBe(98_000);
    expect((await call("live", "GET", `/reservations/${id}`)).status).toBe(404);
    expect((await hold("test", "K1", 20_000)).body).toMatchObject({ reservation: { id } });
    expect((await hold("test", "K2", 60_000)).body).toMatchObject({
      ...{ reservation: null, check: { decision: "decline" } },
    });
    expect((await call("test", "POST", `/reservations/${id}/release`, {}, "K3")).status).toBe(200);
    expect(await headroom("test")).toBe(70_000);
  });

  it("is checked by its own counters, and reads its own checks", async () => {
    const charge = { terminal_id: TID, amount: cny(80_000) };
    const test = await call("test", "POST", "/checks", charge);
    const live = await call("live", "POST", "/checks", charge);
    expect([test.body, live.body]).toMatchObject([{ decision: "decline" }, { decision: "review" }]);
    await flushCheckLog();
    const { id } = test.body;
    expect((await call("test", "GET", `/checks/${id}`)).status).toBe(200);
    expect((await call("live", "GET", `/checks/${id}`)).status).toBe(404);
  });

  it("hears at once what a terminal said in test mode, and the registry does not", async () => {
    const said = (tid: string) => ({
      ...{ app_version: "9.9", network: "wifi", rtt_ms: 20 },
      ...{ reported_merchant_id: M, reported_terminal_id: tid },
    });
    const before = await call("live", "GET", `/terminals/${TID}`);
    expect(
      (await call("test", "POST", `/terminals/${TID}/heartbeats`, said("00099999"))).status,
    ).toBe(204);
    const charge = { terminal_id: TID, amount: cny(100) };
    const codes = async (mode: Mode) =>
      (
        (await call(mode, "POST", "/checks", charge)).body as { reasons: { code: string }[] }
      ).reasons.map(({ code }) => code);
    expect(await codes("test")).toContain("TERMINAL_CONFIG_MISMATCH");
    expect(await codes("live")).toEqual([]);
    expect(await call("live", "GET", `/terminals/${TID}`)).toEqual(before);
    await call("test", "POST", `/terminals/${TID}/heartbeats`, said(TID));
    expect(await codes("test")).toEqual([]);
    expect((await call("test", "GET", `/terminals/${TID}`)).body).toMatchObject({
      app_version: "9.9",
    });
  });

  it("is judged by the settings as they are now", async () => {
    const charge = { terminal_id: TID, amount: cny(100) };
    await db.owner.query("update terminals set status = 'lost' where terminal_id = $1", [TID]);
    expect((await call("test", "POST", "/checks", charge)).body).toMatchObject({
      decision: "decline",
    });
    await db.owner.query("update terminals set status = 'deployed' where terminal_id = $1", [TID]);
    expect((await call("test", "POST", "/checks", charge)).body).toMatchObject({
      decision: "approve",
    });
  });

  it("asks for limits without anybody having to decide, and tightens without changing any", async () => {
    const raise = await ask("test", 200_000, "R1");
    expect(raise).toMatchObject({ status: 201, body: { state: "submitted" } });
    expect((await call("live", "GET", "/limit-requests")).body).toMatchObject({ data: [] });
    expect((await ask("live", 200_000, "R1")).status).toBe(201);
    const { id } = raise.body;
    expect(
      (await call("test", "POST", `/limit-requests/${id}/withdraw`, {}, "R2")).body,
    ).toMatchObject({
      state: "withdrawn",
    });
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const later = await ask("test", 40_000, "R3", { starts_at: startsAt });
    expect(later.body).toMatchObject({ state: "scheduled" });
    const { id: laterId } = later.body;
    expect(
      (await call("test", "POST", `/limit-requests/${laterId}/withdraw`, {}, "R4")).status,
    ).toBe(200);
    expect((await ask("test", 50_000, "R5")).body).toMatchObject({ state: "applied" });
    const { rows } = await db.owner.query("select max_amount_minor from limit_versions");
    expect(rows).toEqual([{ max_amount_minor: "100000" }]);
    await call("live", "POST", `/limit-requests/${(await openLive()).id}/withdraw`, {}, "R6");
  });

  it("leaves every live table as it was, and tells nobody", async () => {
    await flushCheckLog();
    const before = await liveTables();
    await call("test", "POST", "/transactions", sale("S2", 65_000));
    await hold("test", "K9");
    await call("test", "POST", "/checks", { terminal_id: TID, amount: cny(90_000) });
    await call("test", "POST", "/checks/batch", { checks: [{ terminal_id: TID, amount: cny(1) }] });
    await ask("test", 300_000, "R9");
    const paths = ["/limits", "/terminals", "/compliance", "/response-codes", "/checks"];
    for (const path of paths) expect((await call("test", "GET", path)).status).toBe(200);
    await flushCheckLog();
    await flushRequestLog();
    await TASKS.settle_limit_requests!({}, {} as never);
    await sweep();
    expect(await liveTables()).toEqual(before);
    const { rows } = await db.owner.query("select count(*)::int as n from test.transactions");
    expect(rows).toEqual([{ n: 2 }]);
  });

  it("waits for nobody live, and nobody live waits for it", async () => {
    const other = new pg.Client({ connectionString: db.ownerUrl });
    await other.connect();
    try {
      for (const [schema, mode] of [
        ["public", "test"],
        ["test", "live"],
      ] as const) {
        await other.query("begin");
        await other.query(`select ${schema}.lock_counting($1)`, [M]);
        expect((await hold(mode, `W ${mode}`)).status).toBe(201);
        await other.query("rollback");
      }
    } finally {
      await other.end();
    }
    await flushCheckLog();
  });

  it("of the acquirer names a merchant and stays in test mode too", async () => {
    const ofMerchant = keys.test;
    keys.test = acquirerKeys.test;
    const found = await call("test", "GET", `/transactions?merchant_id=${M}`);
    keys.test = ofMerchant;
    expect(found.body).toMatchObject({ data: [{ external_id: "S2" }, { external_id: "S1" }] });
  });
});

const openLive = async () => {
  const { body } = await call("live", "GET", "/limit-requests");
  return body.data[0]!;
};

describe("test data in the portal", () => {
  const owner = async (): Promise<Ctx> => ({
    ...{ actor: await insertTestUser(db.owner, "Owner", M, "merchant_owner") },
    ...{ now: () => new Date(), requestId: "req_t" },
  });

  it("shows what test keys count and did", async () => {
    const { limits, latest } = await getTrials(await owner(), M);
    expect(limits).toMatchObject([{ limitId: dailyId, amount: { used: 95_000 } }]);
    const kinds = new Set(latest.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["check", "limit_request", "reservation", "transaction"]);
    const moments = latest.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  });

  it("begins afresh for the owner alone, and what is live stays", async () => {
    const before = await liveTables();
    const staff = await insertTestUser(db.owner, "Staff", M, "merchant_staff");
    await expect(clearTrials({ ...(await owner()), actor: staff }, M)).rejects.toThrow();
    await clearTrials(await owner(), M);
    expect(await getTrials(await owner(), M)).toMatchObject({ limits: [], latest: [] });
    expect(await headroom("test")).toBe(100_000);
    await call("test", "POST", "/transactions", sale("S1", 5_000));
    expect(await headroom("test")).toBe(95_000);
    const { counters, reservations, transactions, checks } = await liveTables();
    expect(before).toMatchObject({ counters, reservations, transactions, checks });
    const { rows } = await db.owner.query(
      "select action, actor_kind from audit_events order by sequence desc limit 1",
    );
    expect(rows).toEqual([{ action: "test_data.clear", actor_kind: "user" }]);
  });

  it("begins afresh while its keys go on", async () => {
    await call("test", "POST", "/transactions", sale("S3", 5_000));
    await db.owner.query(`
      create function test.go_on() returns trigger language plpgsql as $$
      begin
        insert into test.terminal_reports (merchant_id, terminal_id) values ('${M}', '${TID}');
        return null;
      end $$;
      create trigger go_on after delete on test.terminal_reports
        for each statement execute function test.go_on()`);
    await call("test", "POST", `/terminals/${TID}/heartbeats`, { app_version: "9.9" });
    await clearTrials(await owner(), M);
    await db.owner.query("drop function test.go_on() cascade; delete from test.terminal_reports");
    expect(await getTrials(await owner(), M)).toMatchObject({ limits: [], latest: [] });
  });

  it("never takes a stamp again that settings were remembered by", async () => {
    const stampNow = async () => {
      const sql = "select stamp from test.configuration_stamps where merchant_id = $1";
      return (await db.owner.query<{ stamp: string }>(sql, [M])).rows[0]!.stamp;
    };
    const said = { app_version: "9.9", network: "wifi", rtt_ms: 20 };
    const reported = { reported_merchant_id: M, reported_terminal_id: TID };
    const path = `/terminals/${TID}/heartbeats`;
    await call("test", "POST", path, { ...said, ...reported });
    const before = await stampNow();
    await clearTrials(await owner(), M);
    await call("test", "POST", path, { ...said, ...reported, rtt_ms: 30 });
    expect(await stampNow()).not.toBe(before);
    await call("test", "POST", "/transactions", sale("S1", 5_000));
  });

  it("is forgotten after thirty days", async () => {
    await db.owner.query(
      "update test.transactions set created_at = created_at - interval '31 days'",
    );
    await TASKS.forget_outdated!({}, {} as never);
    const { rows } = await db.owner.query("select count(*)::int as n from test.transactions");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("keeps nothing live from being forgotten where it cannot be", async () => {
    await db.owner.query(
      `insert into sign_in_failures (account_hash, address, last_failure_at)
       values ('long ago', '127.0.0.1', now() - interval '60 days')`,
    );
    await db.owner.query("revoke delete on test.checks from headroom_app");
    await expect(TASKS.forget_outdated!({}, {} as never)).rejects.toThrow();
    await db.owner.query("grant delete on test.checks to headroom_app");
    const { rows } = await db.owner.query(
      "select from sign_in_failures where account_hash = 'long ago'",
    );
    expect(rows).toEqual([]);
  });
});

describe("the tables of test mode", () => {
  it("cannot change a live setting, whatever is asked", async () => {
    const ctx: Ctx = {
      actor: { kind: "operator" },
      now: () => new Date(),
      requestId: "r",
      mode: "test",
    };
    for (const statement of [
      "update limits set version = 2",
      "insert into stores (merchant_id, store) values ('898210154110002', 'x')",
      "update merchants set status = 'closed'",
      "insert into notifications (merchant_id, notification_id, user_id, kind, params) values ('898210154110002', 'n', 'u', 'k', '{}')",
    ]) {
      const refused = withMerchant(ctx, M, (tx) => tx.$executeRawUnsafe(statement));
      await expect(refused).rejects.toThrow(/permission denied for view/);
    }
  });

  it("are like the live ones: same columns, rules and indexes", async () => {
    const own = await db.owner.query<{ own: string[] }>("select test_tables() as own");
    const described = async (schema: string) => {
      const { rows } = await db.owner.query<{ line: string }>(
        `select c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
           || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relnamespace = $1::regnamespace and c.relname = any ($2) and c.relkind in ('r', 'p')
         union all
         select c.relname || ' ' || replace(pg_get_constraintdef(k.oid), $1 || '.', '')
         from pg_constraint k join pg_class c on c.oid = k.conrelid
         where c.relnamespace = $1::regnamespace and c.relname = any ($2) and k.contype in ('c', 'p', 'u')
         union all
         select c.relname || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING', '')
         from pg_index i join pg_class c on c.oid = i.indrelid
         where c.relnamespace = $1::regnamespace and c.relname = any ($2)
         union all
         select c.relname || ' ' || p.polname || pg_get_expr(p.polqual, p.polrelid)
         from pg_policy p join pg_class c on c.oid = p.polrelid
         where c.relnamespace = $1::regnamespace and c.relname = any ($2) and c.relrowsecurity
         order by 1`,
        [schema, own.rows[0]!.own],
      );
      return rows.map(({ line }) => line);
    };
    const live = await described("public");
    expect(live.length).toBeGreaterThan(100);
    expect(await described("test")).toEqual(live);
  });

  it("are taken up by a later version as they are by this one", async () => {
    const functions = async () =>
      (
        await db.owner.query(
          `select p.oid::regprocedure::text as name, md5(p.prosrc) from pg_proc p
           where p.pronamespace = 'test'::regnamespace order by 1`,
        )
      ).rows;
    const before = await functions();
    await db.owner.query("comment on schema test is 'another version'");
    await call("test", "POST", "/checks", { terminal_id: TID, amount: cny(1) });
    await flushCheckLog();
    await db.owner.query("alter table checks add column added text not null default 'x'");
    await db.owner.query("select mirror_test_mode()");
    expect(await functions()).toEqual(before);
    const { rows } = await db.owner.query("select distinct added from test.checks");
    expect(rows).toEqual([{ added: "x" }]);
    expect(await headroom("test")).toBe(95_000);
  });
});
