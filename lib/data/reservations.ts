import "server-only";
import { createHash } from "node:crypto";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import type { Counted, CountedLimit } from "@/lib/domain/limit-check/counted-limits";
import type { Instant } from "@/lib/domain/instant";
import type { Mode } from "@/lib/domain/mode";
import type { Reservation, Resolution } from "@/lib/domain/reservations/reservation";
import { UnavailableError } from "@/lib/domain/errors";
import type { Db } from "@/lib/data/ctx";
import type { OnceKey } from "@/lib/data/idempotency-keys";
import { queryPrepared } from "@/lib/data/pool";
import { flightsPerMode, latestDeadline } from "@/lib/data/shared-flights";

/** What a granted reservation was decided by; its answer can be told again from it. */
export type ReservationFacts = {
  snapshot: CheckSnapshot;
  proposal: Proposal;
  audience: "merchant" | "acquirer";
  checkId: string;
  reservation: Reservation;
};

/** A hold asked for: what it takes of which limits, and the settings it was judged by. */
export type HoldRequest = {
  once: Pick<OnceKey, "owner" | "path" | "key">;
  requestHash: string;
  stamp: string;
  store: string | null;
  /** Whether nothing but a counter can refuse it. */
  isOpen: boolean;
  limits: readonly CountedLimit[];
  facts: ReservationFacts;
  deadlineAt?: number;
};

export type KeptRefusal = { refused: { text: string } };
export type KeptGrant = { granted: ReservationFacts & { counters: Record<string, Counted> } };
export type Kept = { state: "stored"; requestHash: string; answer: KeptRefusal | KeptGrant };

/**
 * `stale`: the settings have changed or its key is being decided, judge again. `counters`: what each limit
 * counted before it.
 */
export type HoldOutcome =
  Kept | { state: "stale" } | { state: "granted" | "refused"; counters: Record<string, Counted> };

/** The place of a limit, and its most amount and count. */
type Take = readonly [number, number | null, number | null];
type TakenLimit = Pick<CountedLimit, "limitId" | "start" | "end"> & { at: Instant };

/** Each limit and window that holds take from, once, and what each hold takes of which. */
function takenFrom(aboard: readonly HoldRequest[]) {
  const places = new Map<string, number>();
  const limits: TakenLimit[] = [];
  const takes = aboard.map(({ facts, limits: counted }) =>
    counted.map(({ limitId, start, end, maxAmountMinor, maxCount }) => {
      const at = facts.reservation.createdAt;
      const name = `${limitId} ${start}`;
      const place = places.get(name) ?? limits.push({ limitId, start, end, at }) - 1;
      places.set(name, place);
      limits[place]!.at = Math.max(limits[place]!.at, at);
      return [place, maxAmountMinor, maxCount] satisfies Take;
    }),
  );
  return { limits, takes };
}

type Settings = { hash: string; json: string };

// Settings are read once for many holds, so what is made of them is made once.
const madeOf = new WeakMap<CheckSnapshot, Settings>();

/** What a granted one is told again from, but itself: codes are expected of refusals only. */
function settingsOf(snapshot: CheckSnapshot): Settings {
  const known = madeOf.get(snapshot);
  if (known) return known;
  const acquirer = { ...snapshot.acquirer, expectedCodes: {} };
  const json = JSON.stringify({ ...snapshot, acquirer });
  const settings = { hash: createHash("sha256").update(json).digest("base64url"), json };
  madeOf.set(snapshot, settings);
  return settings;
}

/** How long settings are believed to be where holds need them; they are forgotten much later. */
const SETTLED_MS = 3_600_000;
const MOST_SETTLED = 50_000;
const settledUntil = new Map<string, number>();

/** The settings of these holds that may not be there yet, as JSON by their hash. */
function unsettledOf(owner: string, aboard: readonly HoldRequest[], now: Instant): string {
  const unsettled = new Map<string, string>();
  for (const { facts } of aboard) {
    const { hash, json } = settingsOf(facts.snapshot);
    if ((settledUntil.get(`${owner} ${hash}`) ?? 0) < now) unsettled.set(hash, json);
  }
  return `{${[...unsettled].map(([hash, json]) => `"${hash}":${json}`).join(",")}}`;
}

/** Believes the settings of a decided hold to be there, and those of a stale one not. */
function remember(owner: string, { facts }: HoldRequest, { state }: HoldOutcome): void {
  const name = `${owner} ${settingsOf(facts.snapshot).hash}`;
  const { createdAt } = facts.reservation;
  if (state === "stale") settledUntil.delete(name);
  else if ((settledUntil.get(name) ?? 0) < createdAt) {
    if (settledUntil.size >= MOST_SETTLED) settledUntil.clear();
    settledUntil.set(name, createdAt + SETTLED_MS);
  }
}

function asHold(
  { facts, once, requestHash, stamp, store, isOpen }: HoldRequest,
  takes: readonly Take[],
) {
  const { snapshot, ...itself } = facts;
  const { proposal, checkId, reservation } = facts;
  const { reservationId, createdAt: at, expiresAt } = reservation;
  const { terminalId, amountMinor, currency, entryMode, fundingSource, cardOrigin } = proposal;
  return {
    ...{ reservationId, checkId, ...once, requestHash, stamp, terminalId, store, amountMinor },
    ...{ currency, entryMode, fundingSource, cardOrigin, at, expiresAt, isOpen, takes },
    settings: settingsOf(snapshot).hash,
    facts: itself,
  };
}

async function hold(
  mode: Mode,
  merchantId: string,
  aboard: readonly HoldRequest[],
): Promise<HoldOutcome[]> {
  const owner = `${mode} ${merchantId}`;
  const now = Math.max(...aboard.map(({ facts }) => facts.reservation.createdAt));
  const { limits, takes } = takenFrom(aboard);
  const holds = aboard.map((asked, place) => asHold(asked, takes[place]!));
  const unsettled = unsettledOf(owner, aboard, now);
  const [takenLimits, asked] = [JSON.stringify(limits), JSON.stringify(holds)];
  const values = [merchantId, takenLimits, unsettled, asked, new Date(now)];
  const deadlineAt = latestDeadline(aboard);
  do {
    const [row] = await queryPrepared<{ outcomes: HoldOutcome[] | null }>(
      "reserve",
      "select reserve($1, $2, $3, $4, $5) as outcomes",
      values,
      { deadlineAt, mode },
    );
    if (row?.outcomes) {
      row.outcomes.forEach((outcome, place) => remember(owner, aboard[place]!, outcome));
      return row.outcomes;
    }
  } while (deadlineAt === undefined || Date.now() < deadlineAt);
  throw new UnavailableError();
}

/**
 * Decides a hold and moves every counter it takes from, or none; those of one merchant take turns, and
 * who asks meanwhile shares the next turn. Remembers a granted one under its key in the same statement.
 */
export const holdHeadroom = flightsPerMode(hold, { flights: 1, aboard: 64 });

/** Remembers what a refused one was answered, unless its key has an answer by now; returns what stands. */
export async function keepRefusal(
  merchantId: string,
  { once, requestHash }: HoldRequest,
  { text, at, ...asked }: { text: string; at: Instant; mode: Mode; deadlineAt?: number },
): Promise<Kept | { state: "in_flight" }> {
  const answer: KeptRefusal = { refused: { text } };
  const [row] = await queryPrepared<{ kept: Kept | { state: "in_flight" } }>(
    "keep-refusal",
    "select keep_refusal($1, $2, $3, $4, $5, $6, $7) as kept",
    [
      ...[merchantId, once.owner, once.path, once.key, new Date(at), requestHash],
      JSON.stringify(answer),
    ],
    asked,
  );
  if (!row) throw new Error("keep_refusal answered nothing.");
  return row.kept;
}

export type ResolutionOutcome =
  | { state: "unknown" }
  | { state: "other_currency" | "too_much" | "final" | "done"; reservation: Reservation };

/** Commits (`amount`, the whole when null) or releases a hold, once. */
export async function resolveHold(
  db: Db,
  merchantId: string,
  reservationId: string,
  {
    as,
    amount,
    at,
  }: { as: Resolution; amount: { value: number; currency: string } | null; at: Date },
): Promise<ResolutionOutcome> {
  const [row] = await db.$queryRaw<{ outcome: ResolutionOutcome }[]>`
    select resolve_reservation(${merchantId}, ${reservationId}, ${as}, ${amount?.value}::bigint,
      ${amount?.currency}, ${at}) as outcome`;
  if (!row) throw new Error("resolve_reservation answered nothing.");
  return row.outcome;
}

export async function findReservation(
  db: Db,
  merchantId: string,
  reservationId: string,
  at: Date,
): Promise<Reservation | null> {
  const [row] = await db.$queryRaw<{ reservation: Reservation }[]>`
    select reservation_state(r, ${at}) as reservation from reservations r
    where r.merchant_id = ${merchantId} and r.reservation_id = ${reservationId}`;
  return row?.reservation ?? null;
}

/** The holds of a terminal that still count, the newest first. */
export async function listOpenReservations(
  db: Db,
  merchantId: string,
  terminalId: string,
  { at, limit }: { at: Date; limit: number },
): Promise<Reservation[]> {
  const rows = await db.$queryRaw<{ reservation: Reservation }[]>`
    select reservation_state(r, ${at}) as reservation from reservations r
    where r.merchant_id = ${merchantId} and r.terminal_id = ${terminalId} and r.state = 'pending'
      and r.expires_at > ${at}
    order by r.reservation_id desc limit ${limit}`;
  return rows.map(({ reservation }) => reservation);
}
