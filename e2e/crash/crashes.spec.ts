import { expect, test } from "@playwright/test";
import fc from "fast-check";
import pg from "pg";
import { Installation } from "@/e2e/installation";
import { cny } from "@/e2e/own-world";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";

const CRASHES = process.env.FULL ? 200 : 5;
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const CLIENTS = 16;
const BACK_MS = 30_000;
const ANSWER_MS = 5_000;
const MERCHANT = "898210154110002";
const TERMINAL = "00018645";

type Deed = { path: string; key: string; body: Record<string, unknown> };
type Held = { id: string; amount: number };
type Told = { status: number; json: unknown; isReplay: boolean };

let installation: Installation;
let key = "";

test.describe.configure({ timeout: 120_000 + CRASHES * 2 * BACK_MS });
test.beforeAll(async () => {
  installation = new Installation(20_000 + ((process.pid + 7) % 20_000));
  installation.start();
  await installation.untilReady(90_000);
  const scopes = ["--scopes", "reservations:write,transactions:write"];
  const options = ["--merchant", MERCHANT, "--rate", "0", "--name", "crash"];
  key = await installation.command("keys", "create", ...scopes, ...options);
});
test.afterAll(() => installation.stop());

/** Null when nothing was told, or only that it is not known: then it may have happened or not. */
async function ask({ path, key: idempotencyKey, body }: Deed): Promise<Told | null> {
  try {
    const answer = await fetch(`${installation.address}/api/v1${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": idempotencyKey,
      },
    });
    const json = (await answer.json()) as unknown;
    if (answer.status === 503) return null;
    const isReplay = answer.headers.get("idempotency-replayed") === "true";
    return { status: answer.status, json, isReplay };
  } catch {
    return null;
  }
}

/** What was asked, what was acknowledged, and what nobody knows yet. */
class Ledger {
  readonly #draw = fc.sample(fc.nat(999), { seed: SEED, numRuns: 10_000 });
  #drawn = 0;
  #serial = 0;
  readonly unknown: Deed[] = [];
  readonly acknowledged: { deed: Deed; told: Told }[] = [];
  readonly holds: Held[] = [];
  readonly held = new Map<string, number>();
  readonly charged = new Map<string, number>();
  readonly ended = new Map<string, string>();

  draw(most: number): number {
    return this.#draw[this.#drawn++ % this.#draw.length]! % most;
  }

  next(): Deed {
    const name = `crash-${SEED}-${++this.#serial}`;
    const amount = 1 + this.draw(9);
    const charge = { terminal_id: TERMINAL, amount: cny(amount) };
    const kind = this.draw(4);
    const open = kind < 2 ? this.holds.pop() : undefined;
    if (open) {
      const how = kind === 0 ? "commit" : "release";
      return { path: `/reservations/${open.id}/${how}`, key: name, body: {} };
    }
    if (kind === 3)
      return { path: "/reservations", key: name, body: { ...charge, expires_in: 900 } };
    const occurred = { external_id: name, response_code: "00", occurred_at: new Date() };
    return { path: "/transactions", key: name, body: { ...charge, ...occurred } };
  }

  record(deed: Deed, told: Told): void {
    expect([200, 201], JSON.stringify([deed, told])).toContain(told.status);
    this.acknowledged.push({ deed, told });
    const amount = (deed.body.amount as { value: number } | undefined)?.value ?? 0;
    if (deed.path === "/transactions") this.charged.set(deed.key, amount);
    else if (deed.path === "/reservations") {
      const { id } = (told.json as { reservation: { id: string } }).reservation;
      this.held.set(id, amount);
      this.holds.push({ id, amount });
    } else this.ended.set(deed.path.split("/")[2]!, deed.path.split("/")[3]!);
  }

  async tell(deed: Deed): Promise<void> {
    const told = await ask(deed);
    if (told) this.record(deed, told);
    else this.unknown.push(deed);
  }

  /** Asks again, with its key, whatever was left unanswered. */
  async settle(): Promise<void> {
    for (let left = 20; this.unknown.length > 0; left--) {
      expect(left, "it still answers that it cannot").toBeGreaterThan(0);
      for (const deed of this.unknown.splice(0)) await this.tell(deed);
    }
  }
}

async function loadUntil(ledger: Ledger, crash: () => void | Promise<void>, afterMs: number) {
  let isOver = false;
  const client = async () => {
    while (!isOver) await ledger.tell(ledger.next());
  };
  const clients = Array.from({ length: CLIENTS }, client);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await crash();
  isOver = true;
  await Promise.all(clients);
}

type Totals = { used: number; reserved: number };

async function look<T extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<T[]> {
  const embedded = await attachEmbedded(installation.folder, "command");
  const client = new pg.Client({ connectionString: embedded.ownerUrl });
  await client.connect();
  const { rows } = await client.query<T>(sql, values);
  await client.end();
  await embedded.leave();
  return rows;
}

const countersNow = async () =>
  (
    await look<Totals>(
      `select sum(used_amount_minor)::float8 as used, sum(reserved_amount_minor)::float8 as reserved
       from counters c join limits l using (merchant_id, limit_id)
       where c.merchant_id = $1 and l.terminal_id = $2 and l."window" = 'daily'`,
      [MERCHANT, TERMINAL],
    )
  )[0]!;

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, one) => total + one, 0);

test(`${CRASHES} crashes lose and double nothing that was acknowledged`, async () => {
  console.log(`crashes: ${CRASHES}, SEED=${SEED}`);
  const ledger = new Ledger();
  const before = await countersNow();
  const backMs: number[] = [];
  for (let crash = 0; crash < CRASHES; crash++) {
    const isDatabase = crash % 2 === 0;
    await loadUntil(
      ledger,
      () => (isDatabase ? installation.killDatabase() : installation.killServer()),
      100 + ledger.draw(900),
    );
    backMs.push(await installation.untilReady(BACK_MS));
    await ledger.settle();
    const { deed, told } = ledger.acknowledged[ledger.draw(ledger.acknowledged.length)]!;
    expect(await ask(deed)).toEqual({ ...told, isReplay: true });
  }
  console.log(
    `${ledger.acknowledged.length} acknowledged, serving again within ${Math.max(...backMs)} ms`,
  );

  const reservations = await look<{ id: string; amount: number; state: string }>(
    `select reservation_id as id, amount_minor::float8 as amount, state::text from reservations
     where merchant_id = $1 and terminal_id = $2`,
    [MERCHANT, TERMINAL],
  );
  expect(new Map(reservations.map(({ id, amount }) => [id, amount]))).toEqual(ledger.held);
  const states = { commit: "committed", release: "released" } as Record<string, string>;
  for (const { id, state } of reservations) {
    expect([id, state]).toEqual([id, states[ledger.ended.get(id) ?? ""] ?? "pending"]);
  }
  const transactions = await look<{ id: string; amount: number }>(
    `select external_id as id, amount_minor::float8 as amount from transactions
     where merchant_id = $1 and external_id like $2`,
    [MERCHANT, `crash-${SEED}-%`],
  );
  expect(transactions).toHaveLength(ledger.charged.size);
  expect(new Map(transactions.map(({ id, amount }) => [id, amount]))).toEqual(ledger.charged);

  const of = (state: string) =>
    sum(reservations.filter((one) => one.state === state).map(({ amount }) => amount));
  const after = await countersNow();
  expect(after.used - before.used).toBe(sum(ledger.charged.values()) + of("committed"));
  expect(after.reserved - before.reserved).toBe(of("pending"));
});
