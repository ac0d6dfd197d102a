import { z } from "zod";
import { listOf, oneOf, optionalText, statusReason } from "@/lib/contracts/imports/cells";
import { merchantId, terminalId } from "@/lib/contracts/record-ids";
import { isCurrency } from "@/lib/domain/currencies";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

const HOURS = /^(([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)?$/;

const columns = {
  merchant_id: merchantId,
  terminal_id: terminalId,
  store: optionalText(100),
  serial_number: optionalText(64),
  model: optionalText(64),
  app_version: optionalText(64),
  status: oneOf(TERMINAL_STATUSES),
  entry_modes: listOf(oneOf(ENTRY_MODES)),
  currencies: listOf(z.string().refine(isCurrency, { error: "not an ISO 4217 currency code" })),
  funding_sources: listOf(oneOf(FUNDING_SOURCES)),
  card_origins: listOf(oneOf(CARD_ORIGINS)),
  trading_hours: z
    .string()
    .regex(HOURS, { error: "HH:MM-HH:MM, or empty for always" })
    .transform((cell) => (cell === "" ? null : cell))
    .optional(),
  status_reason: statusReason,
};

const schema = z.strictObject(columns).transform((row) => ({
  merchantId: row.merchant_id,
  terminalId: row.terminal_id,
  ...{ store: row.store, model: row.model, status: row.status, currencies: row.currencies },
  serialNumber: row.serial_number,
  appVersion: row.app_version,
  entryModes: row.entry_modes,
  fundingSources: row.funding_sources,
  cardOrigins: row.card_origins,
  tradingHours: row.trading_hours,
  ...(row.status_reason ? { statusReason: row.status_reason } : {}),
}));

/** One row of a terminals file; a column the file lacks is undefined and leaves what was there. */
export type ImportedTerminal = z.output<typeof schema>;

export const terminalsFile = {
  noun: "terminal",
  schema,
  columns: Object.keys(columns),
  required: ["merchant_id", "terminal_id", "status"],
  keyOf: (row: ImportedTerminal) => row.terminalId,
};
