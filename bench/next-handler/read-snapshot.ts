import type { Terminal } from "@/lib/data/generated/client";
import type { RequirementState } from "@/lib/domain/compliance";
import { limitsAmounts } from "@/lib/domain/limit-check/binding-limits";
import type {
  AcquirerRules,
  CheckSnapshot,
  MaintenanceState,
  MerchantStatus,
  TerminalState,
  TerminalStatus,
} from "@/lib/domain/limit-check/snapshot";
import type {
  CardOrigin,
  CounterState,
  EntryMode,
  FundingSource,
  LimitState,
} from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { prisma } from "./database";
import { toLimit, withVersions } from "./limit-rows";

const LONGEST_WINDOW_MS = 32 * DAY_MS;
const LOOK_AHEAD_MS = 32 * DAY_MS;

const time = (date: Date | null) => date?.getTime() ?? null;

async function readAcquirer(): Promise<AcquirerRules> {
  const settings = await prisma.acquirerSettings.findUniqueOrThrow({ where: { settingsId: 1 } });
  const profile = settings.responseCodeProfile;
  const codes = await prisma.reasonCodeMap.findMany({ where: { profileId: profile } });
  const { timeZone, cutOverTime, dueSoonDays, splitAllowed } = settings;
  const expectedCodes = Object.fromEntries(
    codes.map(({ reasonCode, responseCode }) => [reasonCode, responseCode]),
  );
  return { timeZone, cutOverTime, profile, expectedCodes, dueSoonDays, splitAllowed };
}

async function readMerchant(
  merchantId: string,
): Promise<Pick<CheckSnapshot, "merchant" | "requirements">> {
  const found = await prisma.merchant.findUnique({
    where: { merchantId },
    include: {
      controls: { where: { control: "payment_acceptance", until: null } },
      requirements: { orderBy: { code: "asc" } },
    },
  });
  if (!found) return { merchant: null, requirements: [] };
  const { statusReason, currency, timeZone, createdAt, controls } = found;
  const { enabled, reason, since } = controls[0] ?? {
    ...{ enabled: true, reason: null, since: createdAt },
  };
  const paymentAcceptance = { enabled, reason, since: since.getTime() };
  const status = found.status as MerchantStatus;
  return {
    merchant: { merchantId, status, statusReason, currency, timeZone, paymentAcceptance },
    requirements: found.requirements.map(
      ({ code, terminalId, status, dueAt, documentExpiresAt, affects }) => ({
        ...{ code, terminalId, dueAt: time(dueAt), documentExpiresAt: time(documentExpiresAt) },
        status: status as RequirementState["status"],
        affects: affects as RequirementState["affects"],
      }),
    ),
  };
}

async function isBindingValid({
  merchantId,
  terminalId,
  serialNumber,
}: Terminal): Promise<boolean> {
  if (serialNumber === null) return true;
  const bound = await prisma.serialDirectory.findUnique({ where: { serialNumber } });
  if (!bound) return true;
  return bound.merchantId === merchantId && bound.terminalId === terminalId && !bound.revoked;
}

function toTerminal(row: Terminal, bindingValid: boolean): TerminalState {
  const { terminalId, store, serialNumber, currencies, tradingHours } = row;
  const { reportedMerchantId, reportedTerminalId } = row;
  return {
    ...{ terminalId, store, serialNumber, bindingValid, currencies, tradingHours },
    ...{ reportedMerchantId, reportedTerminalId, lastSeenAt: time(row.lastSeenAt) },
    status: row.status as TerminalStatus,
    entryModes: row.entryModes as EntryMode[],
    fundingSources: row.fundingSources as FundingSource[],
    cardOrigins: row.cardOrigins as CardOrigin[],
  };
}

/** Of calendar windows only: what a rolling limit counts stands in no row. */
async function readCounters(
  merchantId: string,
  limitIds: string[],
  at: number,
): Promise<Map<string, CounterState[]>> {
  const rows = await prisma.counter.findMany({
    where: {
      ...{ merchantId, limitId: { in: limitIds }, windowEnd: { gt: new Date(at) } },
      windowStart: { gt: new Date(at - LONGEST_WINDOW_MS) },
    },
    orderBy: { windowStart: "asc" },
  });
  const counters = new Map<string, CounterState[]>();
  for (const row of rows) {
    const counter = {
      windowStart: row.windowStart.getTime(),
      windowEnd: row.windowEnd.getTime(),
      usedAmountMinor: Number(row.usedAmountMinor),
      usedCount: Number(row.usedCount),
      reservedAmountMinor: Number(row.reservedAmountMinor),
      reservedCount: Number(row.reservedCount),
    };
    counters.set(row.limitId, [...(counters.get(row.limitId) ?? []), counter]);
  }
  return counters;
}

async function readLimits(
  { merchantId, terminalId, store }: Terminal,
  at: number,
): Promise<LimitState[]> {
  const rows = await prisma.limit.findMany({
    where: {
      merchantId,
      OR: [
        { terminalId },
        { terminalId: null, scope: "merchant" },
        ...(store === null ? [] : [{ terminalId: null, scope: "store", store }]),
      ],
    },
    include: withVersions,
    orderBy: { limitId: "asc" },
  });
  const counted = rows.flatMap(({ limitId, window }) =>
    window === "per_transaction" ? [] : limitId,
  );
  const counters = await readCounters(merchantId, counted, at);
  return rows.map((row) => toLimit(row, counters.get(row.limitId) ?? []));
}

const currenciesOf = (limits: readonly LimitState[], at: number): string[] =>
  limits.flatMap(({ versions, currency }) => {
    const version = versionInForce(versions, at);
    return version !== null && limitsAmounts(version) ? currency : [];
  });

/** Those of the terminal itself, or where it has none, those of all the merchant's limits. */
async function readCurrencies(
  merchantId: string,
  limits: readonly LimitState[],
  at: number,
): Promise<string[]> {
  const own = currenciesOf(limits, at);
  if (own.length > 0) return own;
  const rows = await prisma.limit.findMany({ where: { merchantId }, include: withVersions });
  return currenciesOf(
    rows.map((row) => toLimit(row, [])),
    at,
  );
}

async function readTerminal(
  merchantId: string,
  terminalId: string,
  at: number,
): Promise<Pick<CheckSnapshot, "terminal" | "limits" | "amountLimitCurrencies">> {
  const row = await prisma.terminal.findUnique({
    where: { merchantId_terminalId: { merchantId, terminalId } },
  });
  if (!row) {
    const elsewhere = await prisma.terminalDirectory.findUnique({ where: { terminalId } });
    const terminal = elsewhere && "other_merchant";
    return { terminal, limits: [], amountLimitCurrencies: [] };
  }
  const [bindingValid, limits] = await Promise.all([isBindingValid(row), readLimits(row, at)]);
  const amountLimitCurrencies = await readCurrencies(merchantId, limits, at);
  return { terminal: toTerminal(row, bindingValid), limits, amountLimitCurrencies };
}

async function readMaintenance(at: number): Promise<MaintenanceState[]> {
  const rows = await prisma.maintenanceWindow.findMany({
    where: {
      ...{ publishedAt: { not: null }, cancelledAt: null, endsAt: { gt: new Date(at) } },
      startsAt: { lte: new Date(at + LOOK_AHEAD_MS) },
    },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ maintenanceWindowId, kind, startsAt, endsAt }) => ({
    ...{ maintenanceWindowId, kind: kind as MaintenanceState["kind"] },
    ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
  }));
}

export async function readSnapshot(
  merchantId: string,
  terminalId: string,
  at: number,
): Promise<CheckSnapshot> {
  const [acquirer, merchant, terminal, maintenance] = await Promise.all([
    readAcquirer(),
    readMerchant(merchantId),
    readTerminal(merchantId, terminalId, at),
    readMaintenance(at),
  ]);
  return { acquirer, ...merchant, ...terminal, maintenance };
}
