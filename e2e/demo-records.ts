import type { ClientBase } from "pg";
import type { World } from "@/e2e/access-matrix";
import { SUNRISE } from "@/prisma/seed/demo-people";

const TERMINAL = "00018644";

async function one(client: ClientBase, sql: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(sql, values);
  const id = rows[0]?.id;
  if (!id) throw new Error(`The demo world has none: ${sql}`);
  return id;
}

/** The ids of the demo world's records that strangers try to reach. */
export async function findDemoRecords(
  client: ClientBase,
): Promise<Omit<World, "checkId" | "reservationId">> {
  const personOf = (email: string) =>
    one(client, "select user_id as id from users where email = $1", [email]);
  return {
    merchantId: SUNRISE,
    terminalId: TERMINAL,
    limitId: await one(
      client,
      `select limit_id as id from limits
       where merchant_id = $1 and terminal_id = $2 and "window" = 'per_transaction'`,
      [SUNRISE, TERMINAL],
    ),
    limitRequestId: await one(
      client,
      `select limit_request_id as id from limit_requests
       where merchant_id = $1 and state in ('submitted', 'in_review', 'info_requested')
       order by 1 limit 1`,
      [SUNRISE],
    ),
    limitBatchId: await one(
      client,
      "select limit_batch_id as id from limit_batches where state = 'submitted' order by 1 limit 1",
      [],
    ),
    staffUserId: await personOf("staff@sunrise.demo"),
    reviewerUserId: await personOf("reviewer@acquirer.demo"),
  };
}
