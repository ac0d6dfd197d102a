import "server-only";
import { holdsCardNumber } from "@/lib/domain/card-number";
import { newId } from "@/lib/platform/ids";

const ACCEPTED = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's X-Request-Id when it has the right shape, else a new one; card numbers never pass. */
export function requestIdOf(sent: string | null): string {
  const isAccepted = sent !== null && ACCEPTED.test(sent) && !holdsCardNumber(sent);
  return isAccepted ? sent : newId("req");
}
