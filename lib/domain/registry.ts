import type { MerchantStatus, TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import type {
  CardOrigin,
  EntryMode,
  FundingSource,
  LimitIdentity,
  LimitValues,
} from "@/lib/domain/limits/limit";
import type { Instant } from "@/lib/domain/instant";
import type { MerchantTier } from "@/lib/domain/merchants";

/** A merchant as an import file describes it. */
export type RegisteredMerchant = {
  merchantId: string;
  legalName: string;
  tradingName: string;
  mcc: string;
  tier: MerchantTier;
  currency: string;
  timeZone: string;
  status: MerchantStatus;
};

/** A terminal as an import file describes it; what is undefined stays as it was. */
export type RegisteredTerminal = {
  merchantId: string;
  terminalId: string;
  status: TerminalStatus;
  store?: string | null;
  serialNumber?: string | null;
  model?: string | null;
  appVersion?: string | null;
  entryModes?: EntryMode[];
  fundingSources?: FundingSource[];
  cardOrigins?: CardOrigin[];
  currencies?: string[];
  tradingHours?: string | null;
};

/** A limit as an import file describes it; `warnPercent` null = the acquirer's own level. */
export type RegisteredLimit = {
  merchantId: string;
  identity: Omit<LimitIdentity, "limitId">;
  naturalKey: string;
  values: LimitValues;
  startsAt: Instant | null;
  endsAt: Instant | null;
  warnPercent: number | null;
};

/** What an import did. */
export type ImportCounts = { created: number; updated: number; unchanged: number };

/** A row that cannot be imported, by its place in the list given. */
export type RowFault = { index: number; detail: string };

/** Why nothing of an import was applied; holds every row at fault. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  constructor(readonly faults: readonly RowFault[]) {
    super("Some rows cannot be imported; nothing was changed.");
  }
}

type Outcome = keyof ImportCounts;

export function countOutcomes(outcomes: readonly Outcome[]): ImportCounts {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return { created: count("created"), updated: count("updated"), unchanged: count("unchanged") };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields that a row would change; undefined ones ask for nothing. */
export function changedFields<T extends object>(row: Partial<T>, existing: T): Partial<T> {
  const entries = Object.entries(row).filter(
    ([field, value]) => value !== undefined && !same(value, existing[field as keyof T]),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
