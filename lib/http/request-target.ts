import "server-only";
import type { IncomingMessage } from "node:http";
import { isUnspeakable } from "@/lib/domain/unspeakable";

const ABSOLUTE_FORM = /^https?:\/\/([^/?#]*)/i;

/** No page will ever stand here: what cannot be read is answered as what is not there. */
export const NOWHERE = "/nothing-here";

/** Makes a target that names the whole address (RFC 9112, 3.2.2) one that names path and query. */
export function toOriginForm(request: IncomingMessage): void {
  const target = request.url ?? "/";
  const absolute = ABSOLUTE_FORM.exec(target);
  if (!absolute) return;
  const rest = target.slice(absolute[0].length);
  request.url = rest.startsWith("/") ? rest : `/${rest}`;
  if (absolute[1]) request.headers.host = absolute[1].split("@").at(-1);
}

function isReadable(path: string): boolean {
  try {
    return !isUnspeakable(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * A page's target as Next may have it: one that is no path, or whose path is no text, leads nowhere;
 * U+0000 in a parameter says nothing.
 */
export function readablePage(target: string): string {
  const [path = ""] = target.split("?", 1);
  if (!path.startsWith("/") || !isReadable(path)) return NOWHERE;
  return path + target.slice(path.length).replaceAll("%00", "");
}
