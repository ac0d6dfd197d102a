import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A merchant id the acquirer has no merchant for. */
export const merchantNotFound: Rule = (snapshot) =>
  snapshot.merchant === null ? [makeReason("MERCHANT_NOT_FOUND", snapshot)] : NO_REASONS;
