import type { CutOver } from "@/lib/domain/business-day";
import type { ComplianceStatus, RequirementState } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { Standing } from "@/lib/domain/limit-requests/four-eyes";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { Offers } from "@/lib/domain/limit-requests/may-decide";
import type { Replay } from "@/lib/domain/limit-requests/replay";
import type { ReviewDay } from "@/lib/domain/limit-requests/review-days";

/** What a reviewer wants to know of the merchant beside the request. */
export type ReviewedMerchant = {
  merchantId: string;
  legalName: string;
  tradingName: string;
  tier: string;
  mcc: string;
  status: string;
  riskRating: string | null;
  riskRatedAt: Instant | null;
  terminalName: string | null;
  store: string | null;
  acceptance: { enabled: boolean; reason: string | null };
  requirements: readonly RequirementState[];
};

/** Merchants of the same tier and trade with a like limit, and the middle value among them. */
export type SimilarLimits = {
  merchants: number;
  maxAmountMinor: number | null;
  maxCount: number | null;
};

/** What the last 90 days say about a request. */
export type Evidence = {
  days: readonly ReviewDay[];
  /** Charges refused because of this limit alone, repeats left out. */
  refusals: number;
  /** Those that the requested limit would have let through. */
  replay: Replay;
  /** Declined checks by the cause that came first. */
  declines: readonly { cause: string; count: number }[];
  similar: SimilarLimits;
};

/** One step in the life of a request, as both sides see it. */
export type ReviewEvent = {
  kind: string;
  actorName: string;
  actorSide: "merchant" | "acquirer" | "system";
  note: string | null;
  occurredAt: Instant;
};

/** Everything a decision needs, on one page. */
export type Review = {
  request: LimitRequest;
  merchant: ReviewedMerchant;
  evidence: Evidence;
  events: readonly ReviewEvent[];
  /** Who reads, and what that person may do. */
  reader: { userId: string; offers: Offers };
  /** The first approver's proposal. */
  standing: Standing | null;
  compliance: ComplianceStatus;
  /** The merchant's requests before this one, newest first. */
  earlier: readonly LimitRequest[];
  now: Instant;
  cutOver: CutOver;
  dueSoonDays: number;
  /** How long a question to the merchant stays open. */
  questionDays: number;
};
