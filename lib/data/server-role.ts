import "server-only";
import { createHmac } from "node:crypto";
import pg from "pg";

const databaseOf = (url: URL) => decodeURIComponent(url.pathname.slice(1) || url.username);

/** The server's own login for one database: it owns nothing and is bound by every policy. */
export function serverUrlOf(ownerUrl: string, authSecret: string): string {
  const url = new URL(ownerUrl);
  const database = databaseOf(url);
  url.username = `headroom_server_${database}`.slice(0, 63);
  url.password = createHmac("sha256", authSecret)
    .update(`database:${database}`)
    .digest("base64url");
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}

type Role = { rolsuper: boolean; rolbypassrls: boolean };

/**
 * Makes the server's login role, or brings its password up to date. The owner needs CREATEROLE for
 * it; a role that could pass by the policies is refused.
 */
export async function ensureServerRole(
  client: pg.ClientBase,
  ownerUrl: string,
  authSecret: string,
): Promise<void> {
  const { username, password } = new URL(serverUrlOf(ownerUrl, authSecret));
  const name = decodeURIComponent(username);
  const role = pg.escapeIdentifier(name);
  const secret = pg.escapeLiteral(decodeURIComponent(password));
  const { rows } = await client.query<Role>(
    "select rolsuper, rolbypassrls from pg_roles where rolname = $1",
    [name],
  );
  const found = rows[0];
  if (found?.rolsuper || found?.rolbypassrls) {
    throw new Error(`The role ${name} may pass by row-level security; take that from it.`);
  }
  await client.query(`${found ? "alter" : "create"} role ${role} login password ${secret}`);
  await client.query(`grant headroom_app to ${role}`);
}
