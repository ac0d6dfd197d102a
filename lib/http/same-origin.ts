import "server-only";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** Where the portal's own pages may come from: the public address; on loopback, all its names. */
export function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (protocol !== "http:" || !LOOPBACK_HOSTS.includes(hostname)) return new Set([origin]);
  return new Set(LOOPBACK_HOSTS.map((host) => `http://${host}${port ? `:${port}` : ""}`));
}

/**
 * Whether a request may change something: reading is always allowed; anything else needs evidence
 * that our own page sent it. An Origin must be ours; without one the browser's Sec-Fetch-Site
 * must say so; silence is a refusal. Host and X-Forwarded-* are no evidence.
 */
export function isSameOrigin(
  request: { method: string; headers: Pick<Headers, "get"> },
  own: ReadonlySet<string>,
): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return origin === null ? site === "same-origin" : own.has(origin);
}
