import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { startJobs } from "@/lib/jobs/start-jobs";
import { CRON, TASKS } from "@/lib/jobs/tasks";
import { runStopHooks } from "@/lib/platform/on-stop";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("every scheduled task exists", () => {
  expect(CRON.map((item) => item.task).sort()).toEqual(Object.keys(TASKS).sort());
});

it("as the server's role works off what is queued, sweeps, and forgets what is outdated", async () => {
  const { owner } = database;
  await owner.query(
    `insert into idempotency_keys (merchant_id, owner, method, path, key, request_hash, status, answer, created_at)
     select 'm', 'merchant', 'POST', '/x', k, '', 200, '{}', now() - h * interval '1 hour'
     from (values ('old', 73), ('young', 71)) as v(k, h)`,
  );
  await owner.query("insert into users (user_id, email, name) values ('usr_1', 'a@b.c', 'A')");
  await owner.query(
    `insert into sessions (session_id, user_id, expires_at)
     values ('old', 'usr_1', now() - interval '31 days'), ('young', 'usr_1', now() - interval '29 days')`,
  );
  await owner.query(
    `insert into reservations (merchant_id, reservation_id, terminal_id, amount_minor, currency, check_id, created_at, expires_at)
     values ('m', 'rsv_1', '00018644', 1, 'CNY', 'chk_1', now() - interval '2 minutes', now() - interval '1 minute')`,
  );
  await startJobs();
  await owner.query("select graphile_worker.add_job('forget_outdated')");
  for (let i = 0; i < 100; i++) {
    const { rows } = await owner.query("select count(*)::int as n from graphile_worker.jobs");
    if (rows[0].n === 0) break;
    await wait(100);
  }
  const stateOf = async () =>
    (await owner.query("select state from reservations where reservation_id = 'rsv_1'")).rows;
  await vi.waitFor(async () => expect(await stateOf()).toEqual([{ state: "expired" }]), 5_000);
  await runStopHooks();
  const { rows } = await owner.query(
    "select key from idempotency_keys union all select session_id from sessions",
  );
  expect(rows.map((row) => row.key)).toEqual(["young", "young"]);
});
