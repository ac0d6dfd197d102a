import { z } from "zod";
import { instantText, writeOptionalInstant } from "@/lib/contracts/instant";
import { merchantId, terminalId } from "@/lib/contracts/record-ids";
import type { ComplianceStatus } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

export const COMPLIANCE_STATUSES = ["compliant", "due_soon", "past_due", "unknown"] as const;

/** A terminal as it is registered. */
export const terminal = z
  .object({
    terminal_id: z.string(),
    merchant_id: z.string(),
    name: z.string().nullable(),
    store: z.string().nullable(),
    serial_number: z.string().nullable(),
    model: z.string().nullable(),
    app_version: z.string().nullable().meta({ description: "As last registered or reported." }),
    status: z.enum(TERMINAL_STATUSES),
    entry_modes: z.array(z.enum(ENTRY_MODES)).meta({ description: "Empty: all." }),
    funding_sources: z.array(z.enum(FUNDING_SOURCES)).meta({ description: "Empty: all." }),
    card_origins: z.array(z.enum(CARD_ORIGINS)).meta({ description: "Empty: all." }),
    currencies: z.array(z.string()).meta({ description: "ISO 4217; empty: all." }),
    trading_hours: z
      .string()
      .nullable()
      .meta({ description: "HH:MM-HH:MM in the merchant's time zone; null: always." }),
    last_seen_at: instantText.nullable().meta({ description: "Its last heartbeat." }),
    compliance_status: z.enum(COMPLIANCE_STATUSES),
  })
  .meta({ id: "Terminal", description: "A terminal as it is registered." });
type Terminal = z.infer<typeof terminal>;

type Registered = {
  terminalId: string;
  merchantId: string;
  name: string | null;
  store: string | null;
  serialNumber: string | null;
  model: string | null;
  appVersion: string | null;
  status: Terminal["status"];
  entryModes: Terminal["entry_modes"];
  fundingSources: Terminal["funding_sources"];
  cardOrigins: Terminal["card_origins"];
  currencies: string[];
  tradingHours: string | null;
  lastSeenAt: Instant | null;
};

export const writeTerminal = (
  row: Registered,
  compliance: ComplianceStatus,
  timeZone: string,
): Terminal => ({
  ...{ terminal_id: row.terminalId, merchant_id: row.merchantId, name: row.name },
  ...{ store: row.store, serial_number: row.serialNumber, model: row.model },
  ...{ app_version: row.appVersion, status: row.status, entry_modes: row.entryModes },
  ...{ funding_sources: row.fundingSources, card_origins: row.cardOrigins },
  ...{ currencies: row.currencies, trading_hours: row.tradingHours },
  last_seen_at: writeOptionalInstant(row.lastSeenAt, timeZone),
  compliance_status: compliance,
});

/** What a terminal says about itself. */
export const heartbeat = z
  .object({
    app_version: z.string().min(1).max(64).meta({ description: "Replaces the registry's." }),
    network: z.enum(["wifi", "cellular", "ethernet"]),
    rtt_ms: z.int().min(0).max(600_000).meta({ description: "Round-trip time, milliseconds." }),
    reported_merchant_id: merchantId.meta({ description: "The MID the terminal is set to." }),
    reported_terminal_id: terminalId.meta({ description: "The TID the terminal is set to." }),
    location: z
      .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .optional()
      .meta({ description: "Degrees, WGS 84." }),
  })
  .meta({ id: "Heartbeat", description: "What a terminal says about itself." });
