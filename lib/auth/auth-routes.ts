/** What of next-auth is used here; its own pages are not. */
const USED = new Set(["GET csrf", "GET session", "POST callback/credentials", "POST signout"]);
const PAGES = new Set(["signin", "signout", "error", "verify-request"]);

/** Whether next-auth answers, or the sign-in page does in place of one of its own, or nothing is there. */
export function authRouteOf(
  method: string,
  path: readonly string[],
): "next_auth" | "sign_in_page" | "nothing" {
  if (USED.has(`${method} ${path.join("/")}`)) return "next_auth";
  return method === "GET" && PAGES.has(path[0] ?? "") ? "sign_in_page" : "nothing";
}
