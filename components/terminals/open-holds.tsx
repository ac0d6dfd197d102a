"use client";

import { useTranslations } from "next-intl";
import { Amount } from "@/components/money/amount";
import { RelativeTime } from "@/components/time/relative-time";
import { ReleaseHold, type ReleaseHoldAction } from "@/components/terminals/release-hold";
import { PlainTable } from "@/components/ui/plain-table";
import type { Instant } from "@/lib/domain/instant";
import type { Reservation } from "@/lib/domain/reservations/reservation";

type OpenHoldsProps = {
  holds: readonly Reservation[];
  /** Null for whoever may look only. */
  release: ReleaseHoldAction | null;
  now: Instant;
  timeZone: string;
};

/** Headroom held for charges that are not made yet: each ends by itself, or is given back by the owner. */
export function OpenHolds({ holds, release, now, timeZone }: OpenHoldsProps) {
  const t = useTranslations("terminals.holds");
  return (
    <PlainTable
      caption={t("title")}
      columns={[
        { key: "amount", label: t("amount"), numeric: true },
        { key: "since", label: t("since"), numeric: true },
        { key: "ends", label: t("ends"), numeric: true },
        ...(release ? [{ key: "release", label: t("action"), numeric: true }] : []),
      ]}
      rows={holds.map(({ reservationId, amountMinor, currency, createdAt, expiresAt }) => ({
        key: reservationId,
        cells: {
          amount: <Amount amountMinor={amountMinor} currency={currency} />,
          since: <RelativeTime at={createdAt} now={now} timeZone={timeZone} />,
          ends: <RelativeTime at={expiresAt} now={now} timeZone={timeZone} />,
          release: release && (
            <ReleaseHold
              reservationId={reservationId}
              amount={{ amountMinor, currency }}
              release={release}
            />
          ),
        },
      }))}
    />
  );
}
