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

const defined = <T extends object>(row: T) =>
  Object.entries(row).filter(([, value]) => value !== undefined);

/** A merchant as the registry knows it. */
export type RegisteredMerchant = {
  merchantId: string;
  legalName: string;
  tradingName: string;
  mcc: string;
  tier: MerchantTier;
  currency: string;
  timeZone: string;
  status: MerchantStatus;
  /** Why its status last changed; null = never, or before reasons were asked for. */
  statusReason: string | null;
};

/**
 * A row of a merchants file; without a trading name it stays, a new merchant's is its legal name. The reason
 * is that of a status which changes with the row, and says nothing otherwise.
 */
export type MerchantRow = Omit<RegisteredMerchant, "tradingName" | "statusReason"> & {
  tradingName?: string;
  statusReason?: string | null;
};

/** A merchant that only its row describes. */
export const merchantOf = (row: MerchantRow): RegisteredMerchant => ({
  ...row,
  tradingName: row.tradingName ?? row.legalName,
  statusReason: row.statusReason ?? null,
});

/** What a row asks of a merchant: without a change of status its reason is left aside. */
export const askedOfMerchant = (
  { statusReason, ...row }: MerchantRow,
  known: RegisteredMerchant,
): Partial<RegisteredMerchant> =>
  row.status === known.status ? row : { ...row, statusReason: statusReason ?? null };

/** Whether a row changes the status of a merchant without saying why. */
export const lacksReason = (row: MerchantRow, known: RegisteredMerchant): boolean =>
  row.status !== known.status && !row.statusReason;

/** A terminal as the registry knows it; empty lists mean all. */
export type RegisteredTerminal = {
  merchantId: string;
  terminalId: string;
  status: TerminalStatus;
  store: string | null;
  serialNumber: string | null;
  model: string | null;
  appVersion: string | null;
  entryModes: EntryMode[];
  fundingSources: FundingSource[];
  cardOrigins: CardOrigin[];
  currencies: string[];
  tradingHours: string | null;
  /** Why its status changes with a row. */
  statusReason?: string;
};

/** A row of a terminals file; what is undefined stays as it was, a new terminal starts without it. */
export type TerminalRow = Pick<RegisteredTerminal, "merchantId" | "terminalId" | "status"> & {
  [Field in keyof RegisteredTerminal]?: RegisteredTerminal[Field] | undefined;
};

const UNSAID = {
  ...{ store: null, serialNumber: null, model: null, appVersion: null, tradingHours: null },
  ...{ entryModes: [], fundingSources: [], cardOrigins: [], currencies: [] },
};

/** A terminal that only its row describes. */
export const terminalOf = (row: TerminalRow): RegisteredTerminal => ({
  ...UNSAID,
  ...(Object.fromEntries(defined(row)) as Pick<
    RegisteredTerminal,
    "merchantId" | "terminalId" | "status"
  >),
});

/** What a row asks of a terminal: without a change of status its reason is left aside. */
export const askedOfTerminal = (
  { statusReason, ...row }: TerminalRow,
  known: RegisteredTerminal,
): TerminalRow => (row.status === known.status || !statusReason ? row : { ...row, statusReason });

/** A limit as an import file describes it; `warnPercent` null = as it was, else the acquirer's level. */
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

/** `checkOnly`: find the rows at fault among these and refuse, for others of the file already are. */
export type ImportOptions = { checkOnly?: boolean };

/** A row that cannot be imported, by its place in the list given. */
export type RowFault = { index: number; detail: string };

/** Why nothing of an import was applied; holds every row at fault. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  constructor(readonly faults: readonly RowFault[]) {
    super("Some rows cannot be imported; nothing was changed.");
  }
}

/** Lists are sets here: their order says nothing. */
const textOf = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);

const same = (one: unknown, other: unknown) => textOf(one) === textOf(other);

/** What a row does to the record it names: the fields it changes, before and after, and the whole then. */
export type RecordChange<T> = { before: Partial<T>; after: Partial<T>; record: T };

/** Compares a row with its record; undefined fields ask for nothing; null when nothing would change. */
export function changeOf<T extends object>(row: Partial<T>, record: T): RecordChange<T> | null {
  const changed = defined(row).filter(([field, value]) => !same(value, record[field as keyof T]));
  if (changed.length === 0) return null;
  const after = Object.fromEntries(changed) as Partial<T>;
  const before = Object.fromEntries(
    changed.map(([field]) => [field, record[field as keyof T]]),
  ) as Partial<T>;
  return { before, after, record: { ...record, ...after } };
}
