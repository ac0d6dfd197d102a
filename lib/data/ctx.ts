import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Prisma } from "@/lib/data/generated/client";

/** One open transaction, bound to a merchant or to the acquirer by row-level security. */
export type Db = Prisma.TransactionClient;

/** Who asks, when, and under which request id; `open` is the transaction a use-case joins. */
export type Ctx = {
  actor: Actor;
  now: () => Date;
  requestId: string;
  open?: { scope: string; db: Db };
};
