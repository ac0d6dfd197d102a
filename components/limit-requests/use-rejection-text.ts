import { useTranslations } from "next-intl";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";

/** Why a request was rejected, by its code; words somebody wrote stay as they are. */
export function useRejectionText() {
  const t = useTranslations("limitRequests.rejection");
  return (reason: string): string => {
    const known = REJECTION_REASONS.find((one) => one === reason);
    return known ? t(known) : reason;
  };
}
