import { createServer } from "node:http";
import pg from "pg";

// The least anybody could write by hand: parse the body, one prepared statement, answer JSON. It knows
// no key, no rule, no contract.
const READ = `select l.limit_id, l."window", l.currency, v.max_amount_minor, c.used_amount_minor
  from limits l
  join limit_versions v on v.merchant_id = l.merchant_id and v.limit_id = l.limit_id
  left join counters c on c.merchant_id = l.merchant_id and c.limit_id = l.limit_id
    and c.window_start <= now() and c.window_end > now()
  where l.merchant_id = $1 and l.terminal_id = $2`;

// A hold as people write it: one counter, moved when there is room.
const MOVE = `update bench_counters set taken = taken + $2
  where counter_id = $1 and taken + $2 <= most returning taken`;

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 20 });

type Charge = { merchant_id: string; terminal_id: string; amount: { value: number } };
type Row = { max_amount_minor: string | null; used_amount_minor: string | null };

async function check(charge: Charge): Promise<boolean> {
  const values = [charge.merchant_id, charge.terminal_id];
  const { rows } = await pool.query<Row>({ name: "read", text: READ, values });
  return !rows.some(
    (row) =>
      row.max_amount_minor !== null &&
      Number(row.used_amount_minor ?? 0) + charge.amount.value > Number(row.max_amount_minor),
  );
}

async function hold(charge: Charge): Promise<boolean> {
  const values = [charge.terminal_id, charge.amount.value];
  const { rowCount } = await pool.query({ name: "move", text: MOVE, values });
  return rowCount === 1;
}

const server = createServer((request, response) => {
  const decide = request.url === "/reservations" ? hold : check;
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => (body += chunk));
  request.on("end", () => {
    decide(JSON.parse(body || "{}") as Charge).then(
      (passes) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ decision: passes ? "approve" : "decline" }));
      },
      () => response.writeHead(500).end(),
    );
  });
});

server.listen(Number(process.env.FLOOR_PORT), "127.0.0.1");
