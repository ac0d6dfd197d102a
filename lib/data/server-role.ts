import "server-only";
import { createHmac } from "node:crypto";
import pg from "pg";

/** The server's own login for one database: it owns nothing and is bound by every policy. */
export function serverUrlOf(ownerUrl: string, authSecret: string): string {
  const url = new URL(ownerUrl);
  const database = url.pathname.slice(1);
  url.username = `headroom_server_${database}`.slice(0, 63);
  url.password = createHmac("sha256", authSecret)
    .update(`database:${database}`)
    .digest("base64url");
  return url.toString();
}

/** Makes the server's login role, or brings its password up to date. */
export async function ensureServerRole(
  client: pg.ClientBase,
  ownerUrl: string,
  authSecret: string,
): Promise<void> {
  const { username, password } = new URL(serverUrlOf(ownerUrl, authSecret));
  const role = pg.escapeIdentifier(decodeURIComponent(username));
  const secret = pg.escapeLiteral(decodeURIComponent(password));
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [username]);
  const verb = rowCount === 0 ? "create" : "alter";
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${secret}`,
  );
  await client.query(`grant headroom_app to ${role}`);
}
