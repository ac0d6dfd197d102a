import type { Actor } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import type { LimitRequest, Side } from "@/lib/domain/limit-requests/limit-request";

/** On whose behalf an actor acts; whoever holds a role inside the acquirer acts for the acquirer. */
export function sideOf(actor: Actor): Side {
  if (actor.kind === "key") return actor.merchantId === ACQUIRER ? "acquirer" : "merchant";
  if (actor.kind !== "user") return "acquirer";
  return actor.memberships.some((m) => m.merchantId === ACQUIRER) ? "acquirer" : "merchant";
}

/** Everybody who must not decide: who entered the request and who created the key that entered it. */
export function makerOf(actor: Actor): LimitRequest["maker"] | null {
  const side = sideOf(actor);
  if (actor.kind === "user") {
    const { userId, name } = actor;
    return { side, kind: "user", id: userId, name, userIds: [userId] };
  }
  if (actor.kind === "key") {
    const { keyId, name, createdByUserId } = actor;
    return {
      side,
      kind: "key",
      id: keyId,
      name,
      userIds: createdByUserId ? [createdByUserId] : [],
    };
  }
  return null;
}

/**
 * Whether an actor may take a request back: the merchant's side anything but the acquirer's own tightening,
 * the acquirer's people what their side entered, its keys (they act for merchants) everything.
 */
export function mayWithdraw(actor: Actor, request: LimitRequest): boolean {
  const side = sideOf(actor);
  if (side === request.maker.side) return true;
  if (side === "acquirer") return actor.kind === "key";
  return !request.isTightening;
}
