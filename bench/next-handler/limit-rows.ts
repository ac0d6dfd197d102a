import type { LimitGetPayload, LimitInclude } from "@/lib/data/generated/models/Limit";
import type {
  CardOrigin,
  CounterState,
  EntryMode,
  FundingSource,
  LimitScope,
  LimitState,
  LimitVersion,
  Window,
} from "@/lib/domain/limits/limit";

export const withVersions = {
  versions: { where: { status: "active" }, orderBy: { version: "asc" } },
} satisfies LimitInclude;

type LimitRow = LimitGetPayload<{ include: typeof withVersions }>;
type VersionRow = LimitRow["versions"][number];

const figure = (value: bigint | null) => (value === null ? null : Number(value));
const time = (date: Date | null) => date?.getTime() ?? null;

function toVersion(row: VersionRow): LimitVersion {
  return {
    version: row.version,
    kind: row.kind as LimitVersion["kind"],
    maxAmountMinor: figure(row.maxAmountMinor),
    maxCount: figure(row.maxCount),
    minAmountMinor: figure(row.minAmountMinor),
    warnPercent: row.warnPercent,
    startsAt: time(row.startsAt),
    endsAt: time(row.endsAt),
    status: row.status as LimitVersion["status"],
  };
}

export function toLimit(row: LimitRow, counters: readonly CounterState[]): LimitState {
  const { limitId, store, terminalId, windowSeconds, currency, versions } = row;
  const { timeFrom, timeTo, daysOfWeek } = row;
  return {
    ...{ limitId, store, terminalId, windowSeconds, currency, counters },
    scope: row.scope as LimitScope,
    window: row.window as Window,
    filters: {
      ...{ timeFrom, timeTo, daysOfWeek },
      entryModes: row.entryModes as EntryMode[],
      fundingSources: row.fundingSources as FundingSource[],
      cardOrigins: row.cardOrigins as CardOrigin[],
    },
    versions: versions.map(toVersion),
  };
}
