import "server-only";
import type { CutOver } from "@/lib/domain/business-day";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";
import type { Window } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";

/** The acquirer's own rules. */
export type AcquirerSettings = CutOver &
  DecisionTime & {
    name: string;
    responseCodeProfile: string;
    warnPercent: number;
    dueSoonDays: number;
    splitAllowed: boolean;
    questionDays: number;
  };

export async function getAcquirerSettings(db: Db): Promise<AcquirerSettings> {
  const row = await db.acquirerSettings.findUniqueOrThrow({ where: { settingsId: 1 } });
  const { name, timeZone, cutOverTime, responseCodeProfile, warnPercent, dueSoonDays } = row;
  const { splitAllowed, decisionHours, questionDays, officeFrom, officeTo, officeDays } = row;
  return {
    ...{ name, timeZone, cutOverTime, responseCodeProfile, warnPercent, dueSoonDays },
    ...{ splitAllowed, decisionHours, questionDays, officeFrom, officeTo, officeDays },
  };
}

/** The amount strictly above which two people decide; null when none is set. */
export async function getFourEyesThreshold(
  db: Db,
  window: Window,
  currency: string,
): Promise<number | null> {
  const row = await db.fourEyesThreshold.findUnique({
    where: { window_currency: { window, currency } },
  });
  return row === null ? null : Number(row.maxAmountMinor);
}

export type FourEyesThreshold = { window: Window; currency: string; maxAmountMinor: number };

export async function listFourEyesThresholds(db: Db): Promise<FourEyesThreshold[]> {
  const rows = await db.fourEyesThreshold.findMany({ orderBy: { currency: "asc" } });
  return rows.map(({ window, currency, maxAmountMinor }) => ({
    ...{ window: window as Window, currency, maxAmountMinor: Number(maxAmountMinor) },
  }));
}
