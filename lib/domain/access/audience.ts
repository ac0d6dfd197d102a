import type { Actor } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";

/** Whom an answer is for; a merchant's keys and people never learn what is another merchant's. */
export function audienceOf(actor: Actor): "merchant" | "acquirer" {
  if (actor.kind === "key") return actor.merchantId === ACQUIRER ? "acquirer" : "merchant";
  if (actor.kind !== "user") return "acquirer";
  return actor.memberships.some((m) => m.merchantId === ACQUIRER) ? "acquirer" : "merchant";
}
