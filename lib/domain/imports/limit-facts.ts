import type { PlannedRow } from "@/lib/domain/imports/import-plan";
import type { Instant } from "@/lib/domain/instant";
import type { Draft } from "@/lib/domain/limit-requests/draft-request";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { LimitChangeEffect } from "@/lib/domain/limits/limit-change";
import type { LimitIdentity, LimitVersion } from "@/lib/domain/limits/limit";
import type { RegisteredLimit } from "@/lib/domain/registry";

/** A limit as it stands; without versions it is yet to be made. */
export type KnownLimit = LimitIdentity & {
  naturalKey: string;
  version: number;
  versions: (LimitVersion & { requestId: string | null })[];
};

/** `MID|natural key`. */
export const rowKey = (row: { merchantId: string; naturalKey: string }) =>
  `${row.merchantId}|${row.naturalKey}`;

export type LimitFacts = {
  now: Instant;
  warnPercent: number;
  decisionTime: DecisionTime;
  maker: LimitRequest["maker"];
  justification: string;
  newId: (prefix: string) => string;
  /** The status of each merchant by its MID. */
  statuses: ReadonlyMap<string, string>;
  owners: ReadonlyMap<string, string>;
  /** `MID|store` of the stores that exist. */
  stores: ReadonlySet<string>;
  limits: ReadonlyMap<string, KnownLimit>;
  /** The keys of limits with an open request that keeps others out. */
  open: ReadonlySet<string>;
  /** `window|currency` to the amount strictly above which two people decide. */
  thresholds: ReadonlyMap<string, number>;
};

/** What is to be written for a row. */
export type LimitAct =
  | { kind: "none" }
  | { kind: "create"; limit: LimitIdentity; version: LimitVersion }
  | { kind: "change"; limit: KnownLimit; effect: LimitChangeEffect }
  | { kind: "draft"; limit: KnownLimit; draft: Draft };

export type PlannedLimit = PlannedRow<RegisteredLimit> & { act: LimitAct };
