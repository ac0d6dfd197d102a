import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { BatchOffers, LimitBatch } from "@/lib/domain/limit-batches/limit-batch";
import type { RowPlace } from "@/lib/domain/page";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

/** A request of a batch with the name of its merchant. */
export type BatchRowShown = LimitRequest & { tradingName: string };

/** What a batch asks for one merchant. */
export type MerchantTotalShown = {
  merchantId: string;
  tradingName: string;
  currency: string;
  limits: number;
  newLimits: number;
  mostPercent: number | null;
};

export type BatchShown = {
  batch: LimitBatch;
  rows: readonly BatchRowShown[];
  previous: RowPlace | null;
  next: RowPlace | null;
  totals: readonly MerchantTotalShown[];
  offers: BatchOffers;
  mayWithdraw: boolean;
  now: Instant;
  cutOver: CutOver;
};
