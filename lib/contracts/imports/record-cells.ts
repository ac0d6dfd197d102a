import type {
  RegisteredLimit,
  RegisteredMerchant,
  RegisteredTerminal,
} from "@/lib/domain/registry";
import type { Instant } from "@/lib/domain/instant";

/** A record as the cells of its row, by column: what an import of them would make it. */
export type Cells = Readonly<Record<string, string>>;

const text = (value: string | number | null) => (value === null ? "" : String(value));
const list = (values: readonly (string | number)[]) => values.join(";");
const moment = (at: Instant | null) => (at === null ? "" : new Date(at).toISOString());

export const merchantCells = (merchant: RegisteredMerchant): Cells => ({
  ...{ merchant_id: merchant.merchantId, legal_name: merchant.legalName },
  ...{ trading_name: merchant.tradingName, mcc: merchant.mcc, tier: merchant.tier },
  ...{ currency: merchant.currency, time_zone: merchant.timeZone, status: merchant.status },
  status_reason: text(merchant.statusReason),
});

export const terminalCells = (terminal: RegisteredTerminal): Cells => ({
  ...{ merchant_id: terminal.merchantId, terminal_id: terminal.terminalId },
  ...{ store: text(terminal.store), serial_number: text(terminal.serialNumber) },
  ...{ model: text(terminal.model), app_version: text(terminal.appVersion) },
  ...{ status: terminal.status, entry_modes: list(terminal.entryModes) },
  ...{ currencies: list(terminal.currencies), funding_sources: list(terminal.fundingSources) },
  ...{ card_origins: list(terminal.cardOrigins), trading_hours: text(terminal.tradingHours) },
  status_reason: terminal.statusReason ?? "",
});

export function limitCells(limit: RegisteredLimit): Cells {
  const { identity, values } = limit;
  const { filters } = identity;
  return {
    ...{ merchant_id: limit.merchantId, terminal_id: text(identity.terminalId) },
    ...{ window: identity.window, currency: identity.currency },
    ...{ min_amount: text(values.minAmountMinor), max_amount: text(values.maxAmountMinor) },
    ...{ max_count: text(values.maxCount), entry_modes: list(filters.entryModes) },
    ...{ funding_sources: list(filters.fundingSources), card_origins: list(filters.cardOrigins) },
    ...{ starts_at: moment(limit.startsAt), ends_at: moment(limit.endsAt) },
    ...{ store: text(identity.store), window_seconds: text(identity.windowSeconds) },
    ...{ time_from: text(filters.timeFrom), time_to: text(filters.timeTo) },
    ...{ days_of_week: list(filters.daysOfWeek), warn_percent: text(limit.warnPercent) },
  };
}
