import type { RejectionReason } from "@/lib/domain/limit-requests/rejection-reasons";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

/** When the business day in Shanghai began. */
export const dayStart = (at: number) =>
  Math.floor((at + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;

/** Somebody who acts in the demo world; a key acts for the person who made it. */
export type Person = {
  kind: "user" | "key";
  id: string;
  name: string;
  side: "merchant" | "acquirer";
};

/** A limit as it stands in the database, and the values it is to have had. */
export type StoryLimit = {
  merchantId: string;
  limitId: string;
  naturalKey: string;
  terminalId: string;
  window: string;
  maxAmountMinor: number;
};

/** One step of a request; its kinds are those of the timeline. */
export type Act = { at: number; by: Person } & (
  | { kind: "claimed" | "withdrawn" | "tightened" }
  | { kind: "question_asked" | "question_answered"; note: string }
  | {
      kind: "first_approval" | "approved";
      maxAmountMinor: number;
      reason: string;
      note: string | null;
    }
  | { kind: "rejected"; reason: RejectionReason; note: string }
  | { kind: "applied" | "reverted" }
);

/** What a request made of its limit: `was` before, a new base or a temporary version since. */
export type Effect = {
  was: number;
  kind: "base" | "temporary";
  version: number;
  startsAt: number;
  endsAt: number | null;
};

/** A limit request from its submission to where it stands now; amounts in minor units. */
export type Story = {
  limit: StoryLimit;
  maker: Person;
  why: string;
  from: number;
  to: number;
  startsAt: number | null;
  endsAt: number | null;
  submittedAt: number;
  dueAt: number;
  state: RequestState;
  required: 0 | 1 | 2;
  acts: readonly Act[];
  effect: Effect | null;
};
