import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/http/refusal";

/** Headers of the IETF httpapi draft: the quota, and what is left of it for how many seconds. */
export type RateHeaders = Readonly<Record<string, string>>;

// One limiter a rate; a key whose rate changes gets a fresh second.
const limiters = new Map<number, RateLimiterMemory>();

function limiterOf(ratePerSecond: number): RateLimiterMemory {
  let limiter = limiters.get(ratePerSecond);
  if (!limiter) {
    limiter = new RateLimiterMemory({ points: ratePerSecond, duration: 1, keyPrefix: "" });
    limiters.set(ratePerSecond, limiter);
  }
  return limiter;
}

function headersOf(ratePerSecond: number, state: RateLimiterRes): Record<string, string> {
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return {
    "ratelimit-policy": `"per-key";q=${ratePerSecond};w=1`,
    ratelimit: `"per-key";r=${state.remainingPoints};t=${seconds}`,
  };
}

/** Counts one request against its key: at most one second's worth in any second, none refused at rate 0. */
export async function countRequest(keyId: string, ratePerSecond: number): Promise<RateHeaders> {
  if (ratePerSecond === 0) return {};
  try {
    return headersOf(ratePerSecond, await limiterOf(ratePerSecond).consume(keyId));
  } catch (state) {
    if (!(state instanceof RateLimiterRes)) throw state;
    const headers = headersOf(ratePerSecond, state);
    const retryAfter = String(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
    throw new Refusal("rate-limited", `This key may send ${ratePerSecond} requests a second.`, {
      headers: { ...headers, "retry-after": retryAfter },
    });
  }
}
