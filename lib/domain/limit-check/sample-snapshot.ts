import type {
  AcquirerRules,
  CheckSnapshot,
  MerchantState,
  Proposal,
  TerminalState,
} from "@/lib/domain/limit-check/snapshot";
import type {
  CounterState,
  LimitFilters,
  LimitState,
  LimitVersion,
} from "@/lib/domain/limits/limit";

/** Tuesday 24 November 2026, 10:15 in Shanghai: the moment examples are judged at. */
export const SAMPLE_AT = Date.parse("2026-11-24T10:15:00+08:00");

export type SampleParts = Partial<Omit<CheckSnapshot, "acquirer" | "merchant" | "terminal">> & {
  acquirer?: Partial<AcquirerRules>;
  merchant?: Partial<MerchantState> | null;
  terminal?: Partial<TerminalState> | "other_merchant" | null;
};

const ACQUIRER: AcquirerRules = {
  timeZone: "Asia/Shanghai",
  cutOverTime: "00:00",
  profile: "catch_all",
  expectedCodes: {},
  dueSoonDays: 14,
  splitAllowed: false,
};

const MERCHANT: MerchantState = {
  merchantId: "898210154110002",
  status: "active",
  statusReason: null,
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  paymentAcceptance: { enabled: true, reason: null, since: 0 },
};

const TERMINAL: TerminalState = {
  terminalId: "00018644",
  store: "Front",
  status: "deployed",
  serialNumber: "SN1",
  bindingValid: true,
  entryModes: [],
  fundingSources: [],
  cardOrigins: [],
  currencies: [],
  tradingHours: null,
  reportedMerchantId: null,
  reportedTerminalId: null,
  lastSeenAt: null,
};

function orUnknown<T>(known: T, part: Partial<T> | null | undefined): T | null {
  return part === null ? null : { ...known, ...part };
}

/** A snapshot with nothing against any charge, but for the parts given. */
export function sampleSnapshot(parts: SampleParts = {}): CheckSnapshot {
  const { acquirer, merchant, terminal, ...rest } = parts;
  return {
    requirements: [],
    limits: [],
    amountLimitCurrencies: [],
    maintenance: [],
    ...rest,
    acquirer: { ...ACQUIRER, ...acquirer },
    merchant: orUnknown(MERCHANT, merchant),
    terminal: terminal === "other_merchant" ? terminal : orUnknown(TERMINAL, terminal),
  };
}

/** A charge of 100.00 CNY on the sample terminal that tells nothing about the card. */
export function sampleProposal(parts: Partial<Proposal> = {}): Proposal {
  return { terminalId: TERMINAL.terminalId, amountMinor: 10_000, currency: "CNY", ...parts };
}

/** A base version in force since ever that sets nothing, but for the parts given. */
export function sampleVersion(parts: Partial<LimitVersion> = {}): LimitVersion {
  return {
    version: 1,
    kind: "base",
    maxAmountMinor: null,
    maxCount: null,
    minAmountMinor: null,
    warnPercent: 80,
    startsAt: null,
    endsAt: null,
    status: "active",
    ...parts,
  };
}

export type SampleLimit = Partial<Omit<LimitState, "filters" | "counters">> &
  Partial<Pick<LimitVersion, "maxAmountMinor" | "maxCount" | "minAmountMinor" | "warnPercent">> & {
    filters?: Partial<LimitFilters>;
    counter?: Partial<CounterState>;
    counters?: readonly CounterState[];
  };

/** A counter of the sample's day with nothing counted, but for the parts given. */
export function sampleCounter(parts: Partial<CounterState> = {}): CounterState {
  return {
    windowStart: Date.parse("2026-11-24T00:00:00+08:00"),
    windowEnd: Date.parse("2026-11-25T00:00:00+08:00"),
    usedAmountMinor: 0,
    usedCount: 0,
    reservedAmountMinor: 0,
    reservedCount: 0,
    ...parts,
  };
}

/** A daily limit of the sample terminal in CNY that sets nothing, but for the parts given. */
export function sampleLimit({ filters, counter, ...parts }: SampleLimit = {}): LimitState {
  const { maxAmountMinor, maxCount, minAmountMinor, warnPercent, ...rest } = parts;
  const values = { maxAmountMinor, maxCount, minAmountMinor, warnPercent };
  const given = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
  const any = { entryModes: [], fundingSources: [], cardOrigins: [], daysOfWeek: [] };
  return {
    limitId: "lim_1",
    scope: "terminal",
    store: null,
    terminalId: TERMINAL.terminalId,
    window: "daily",
    windowSeconds: null,
    currency: "CNY",
    versions: [sampleVersion(given)],
    counters: counter === undefined ? [] : [sampleCounter(counter)],
    ...rest,
    filters: { timeFrom: null, timeTo: null, ...any, ...filters },
  };
}
