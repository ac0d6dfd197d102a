import "server-only";
import { headers } from "next/headers";

/** Carries the requested path from the proxy to the pages; never believed from outside. */
export const PATH_HEADER = "x-path";

export async function currentPath(): Promise<string> {
  return safePath((await headers()).get(PATH_HEADER) ?? "/");
}

/** A path inside this portal to return to; anything that could lead elsewhere becomes "/". */
export function safePath(path: string | null | undefined): string {
  if (!path?.startsWith("/") || /^\/[/\\]|[\s\\]/.test(path)) return "/";
  return path;
}
