import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Mode } from "@/lib/domain/mode";
import type { Prisma } from "@/lib/data/generated/client";

/** One open transaction, bound to a merchant or to the acquirer by row-level security. */
export type Db = Prisma.TransactionClient;

/**
 * Who asks, when, and under which request id; `open` is the transaction a use-case joins. After
 * `deadlineAt` (epoch milliseconds) nothing is committed any more. In `mode` test it reads the live
 * settings and counts, holds and records apart; live when left out.
 */
export type Ctx = {
  actor: Actor;
  now: () => Date;
  requestId: string;
  deadlineAt?: number;
  mode?: Mode;
  open?: { scope: string; db: Db };
};

/** How an actor is named to people: in the audit trail, on a timeline, beside a status. */
export const nameOf = (actor: Actor): string =>
  actor.kind === "user" || actor.kind === "key" ? actor.name : actor.kind;

export const modeOf = ({ mode = "live" }: Pick<Ctx, "mode">): Mode => mode;

/** A context whose actor is a signed-in person. */
export type UserCtx = Ctx & { actor: Extract<Actor, { kind: "user" }> };
