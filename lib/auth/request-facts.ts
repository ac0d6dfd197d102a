import "server-only";
import { headers } from "next/headers";
import { BACKGROUND_HEADER, CLIENT_ADDRESS_HEADER } from "@/lib/platform/client-address";
import { newId } from "@/lib/platform/ids";

/** What the request itself says, apart from who sends it. */
export type RequestFacts = {
  requestId: string;
  address: string;
  userAgent: string | null;
  isActivity: boolean;
};

/** Polls are the page's doing, not the person's; prefetches are marked as such at the edge. */
export async function readRequestFacts(): Promise<RequestFacts> {
  const all = await headers();
  return {
    requestId: all.get("x-request-id") ?? newId("req"),
    address: all.get(CLIENT_ADDRESS_HEADER) ?? "unknown",
    userAgent: all.get("user-agent")?.slice(0, 300) ?? null,
    isActivity: !all.has(BACKGROUND_HEADER),
  };
}
