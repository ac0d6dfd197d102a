import { useTranslations } from "next-intl";
import type { Side } from "@/lib/domain/access/places";
import type { FoundRecord } from "@/lib/domain/search/found-record";

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ");

/** How a found record is called in a list, and where it is looked at. */
export function useFoundWords(side: Side) {
  const merchant = useTranslations("enums.merchantStatus");
  const terminal = useTranslations("enums.terminalStatus");
  const request = useTranslations("enums.requestState");
  const isAcquirer = side === "acquirer";
  return (record: FoundRecord) => {
    const ofMerchant = `/merchants/${record.merchantId}`;
    switch (record.kind) {
      case "merchant":
        return {
          id: record.merchantId,
          label: record.tradingName,
          hint: joined(record.merchantId, merchant(record.status)),
          href: ofMerchant,
        };
      case "terminal":
        return {
          id: `${record.merchantId}-${record.terminalId}`,
          label: joined(record.terminalId, record.name),
          hint: joined(record.tradingName, terminal(record.status)),
          href: `${isAcquirer ? ofMerchant : ""}/terminals/${record.terminalId}`,
        };
      case "limit_request":
        return {
          id: record.limitRequestId,
          label: record.limitRequestId,
          hint: joined(record.tradingName, request(record.state)),
          href: isAcquirer
            ? `/queue/${record.merchantId}/${record.limitRequestId}`
            : `/limit-requests/${record.limitRequestId}`,
        };
    }
  };
}
