import type { ClientBase } from "pg";
import { SUNRISE } from "@/prisma/seed/demo-people";
import { idAt, insertRows, iso, type Row } from "@/prisma/seed/rows";
import { HOUR_MS } from "@/prisma/seed/story";

type Check = {
  check_id: string;
  terminal_id: string;
  amount_minor: string;
  decision: string;
  evaluated_at: Date;
};

const SHOWN = 8;
const DAYS = 6;

const columns = { check_id: null, decision: null, body: null };

/** What the till asked in the last days: the latest recorded checks, and a few other calls around now. */
export async function seedApiRequests(client: ClientBase, now: number): Promise<void> {
  const { rows: checks } = await client.query<Check>(
    `select check_id, terminal_id, amount_minor, decision, evaluated_at from checks
     where merchant_id = $1 and evaluated_at > $2::timestamptz - $3 * interval '1 day'
     order by evaluated_at desc limit $4`,
    [SUNRISE, iso(now), DAYS, SHOWN],
  );
  const row = (at: number, method: string, path: string, status: number, more: Row = {}): Row => ({
    ...{ merchant_id: SUNRISE, api_request_id: idAt("arq", at), key_id: "till", method, status },
    ...{ path: `/api/v1${path}`, request_id: idAt("req", at), requested_at: iso(at) },
    ...columns,
    ...more,
  });
  const bodyOf = ({ terminal_id, amount_minor }: Check) =>
    JSON.stringify({ terminal_id, amount: { value: Number(amount_minor), currency: "CNY" } });
  await insertRows(client, "api_requests", [
    row(now - HOUR_MS / 20, "GET", "/terminals/00018644/headroom", 200),
    row(now - HOUR_MS / 15, "GET", "/limits?terminal_id=00018644&limit=50", 200),
    row(now - HOUR_MS / 3, "POST", "/reservations", 422, {
      body: JSON.stringify({ terminal_id: "00018644", amount: { value: 0, currency: "CNY" } }),
    }),
    row(now - HOUR_MS, "GET", "/terminals/00099999", 404),
    row(now - 2 * HOUR_MS, "POST", "/limit-requests", 403),
    ...checks.map((check) =>
      row(check.evaluated_at.getTime(), "POST", "/checks", 200, {
        ...{ check_id: check.check_id, decision: check.decision, body: bodyOf(check) },
      }),
    ),
  ]);
}
