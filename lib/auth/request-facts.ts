import "server-only";
import { headers } from "next/headers";
import { CLIENT_ADDRESS_HEADER } from "@/lib/platform/client-address";
import { newId } from "@/lib/platform/ids";

/** Set to "1" by requests that a page makes on its own: they never count as activity. */
export const BACKGROUND_HEADER = "x-background";

/** What the request itself says, apart from who sends it. */
export type RequestFacts = {
  requestId: string;
  address: string;
  userAgent: string | null;
  isActivity: boolean;
};

/** Prefetches and polls are the page's doing, not the person's. */
export async function readRequestFacts(): Promise<RequestFacts> {
  const all = await headers();
  const isPrefetch = all.has("next-router-prefetch") || /prefetch/.test(purposeOf(all));
  return {
    requestId: all.get("x-request-id") ?? newId("req"),
    address: all.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    userAgent: all.get("user-agent")?.slice(0, 300) ?? null,
    isActivity: !isPrefetch && !all.has(BACKGROUND_HEADER),
  };
}

const purposeOf = (all: Headers | Awaited<ReturnType<typeof headers>>) =>
  all.get("sec-purpose") ?? all.get("purpose") ?? "";
