import type { ClientBase } from "pg";
import type { LimitFilters, Window } from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { idAt, insertRows, iso, isoOrNull, type Row } from "@/prisma/seed/rows";

export const EVERYTHING: LimitFilters = {
  entryModes: [],
  fundingSources: [],
  cardOrigins: [],
  timeFrom: null,
  timeTo: null,
  daysOfWeek: [],
};

export type SeedLimit = {
  window: Window;
  maxAmountMinor: number | null;
  maxCount?: number;
  filters?: Partial<LimitFilters>;
};

export type SeedTerminal = {
  terminalId: string;
  name: string;
  store: string;
  status?: string;
  entryModes: readonly string[];
  lastSeenAt?: number;
  limits: readonly SeedLimit[];
};

export type SeedMerchant = {
  merchantId: string;
  legalName: string;
  tradingName: string;
  mcc: string;
  tier: "micro" | "individual" | "enterprise";
  status?: string;
  statusReason?: string;
  /** When the status began, if later than the merchant; who gave it. */
  statusSince?: number;
  statusBy?: string;
  /** A switch that is off, since when and why. */
  off?: {
    control: "payment_acceptance" | "settlement";
    reason: string;
    since: number;
    by: string;
  };
  riskRating?: "low" | "medium" | "high";
  terminals: readonly SeedTerminal[];
};

const merchantRow = (merchant: SeedMerchant, since: number) => ({
  merchant_id: merchant.merchantId,
  legal_name: merchant.legalName,
  trading_name: merchant.tradingName,
  ...{ mcc: merchant.mcc, tier: merchant.tier, currency: "CNY", time_zone: "Asia/Shanghai" },
  status: merchant.status ?? "active",
  status_reason: merchant.statusReason ?? null,
  status_since: iso(merchant.statusSince ?? since),
  status_by: merchant.statusBy ?? "operator",
  risk_rating: merchant.riskRating ?? "low",
  risk_rated_at: iso(since),
  ...{ version: 1, created_at: iso(since), updated_at: iso(since) },
});

function switchRows({ merchantId, off }: SeedMerchant, since: number): Row[] {
  return ["payment_acceptance", "settlement"].flatMap((control) => {
    const turned = off?.control === control ? off : null;
    const on = {
      ...{ merchant_id: merchantId, control_id: idAt("ctl", since), control, enabled: true },
      ...{ reason: null, since: iso(since), until: isoOrNull(turned?.since ?? null) },
      changed_by: "operator",
    };
    if (!turned) return [on];
    const { reason, by } = turned;
    const then = { control_id: idAt("ctl", turned.since), since: iso(turned.since), until: null };
    return [on, { ...on, ...then, enabled: false, reason, changed_by: by }];
  });
}

const storeRows = ({ merchantId, terminals }: SeedMerchant, since: number) =>
  [...new Set(terminals.map(({ store }) => store))].map((store) => ({
    ...{ merchant_id: merchantId, store, created_at: iso(since) },
  }));

const terminalRow = (merchantId: string, terminal: SeedTerminal, since: number) => ({
  ...{ merchant_id: merchantId, terminal_id: terminal.terminalId, name: terminal.name },
  ...{ store: terminal.store, serial_number: `SN${terminal.terminalId}`, model: "A930" },
  ...{ app_version: "4.12.1", status: terminal.status ?? "deployed" },
  ...{ entry_modes: terminal.entryModes, funding_sources: [], card_origins: [] },
  ...{ currencies: ["CNY"], network: "wifi" },
  last_seen_at: terminal.lastSeenAt === undefined ? null : iso(terminal.lastSeenAt),
  ...{ version: 1, created_at: iso(since), updated_at: iso(since) },
});

function limitRows(merchantId: string, terminalId: string, limit: SeedLimit, since: number) {
  const filters = { ...EVERYTHING, ...limit.filters };
  const identity = {
    ...{ scope: "terminal" as const, store: null, terminalId, window: limit.window },
    ...{ windowSeconds: null, currency: "CNY", filters },
  };
  const keys = { merchant_id: merchantId, limit_id: idAt("lim", since) };
  return {
    limit: {
      ...{ ...keys, natural_key: naturalKeyOf(identity), scope: "terminal" },
      ...{ terminal_id: terminalId, window: limit.window, currency: "CNY" },
      ...{ entry_modes: filters.entryModes, funding_sources: filters.fundingSources },
      ...{
        card_origins: filters.cardOrigins,
        days_of_week: [],
        version: 1,
        created_at: iso(since),
      },
    },
    version: {
      ...{ ...keys, version: 1, kind: "base", max_amount_minor: limit.maxAmountMinor },
      ...{ max_count: limit.maxCount ?? null, warn_percent: 80, status: "active" },
      ...{ origin: "operator", created_at: iso(since) },
    },
  };
}

/** Makes merchants with stores, terminals and limits as they stand since `since`. */
export async function seedMerchants(
  client: ClientBase,
  merchants: readonly SeedMerchant[],
  since: number,
): Promise<void> {
  const terminals = merchants.flatMap(({ merchantId, terminals }) =>
    terminals.map((terminal) => ({ merchantId, terminal })),
  );
  const limits = terminals.flatMap(({ merchantId, terminal }) =>
    terminal.limits.map((limit) => limitRows(merchantId, terminal.terminalId, limit, since)),
  );
  const tables: [string, readonly object[]][] = [
    ["merchants", merchants.map((merchant) => merchantRow(merchant, since))],
    ["merchant_controls", merchants.flatMap((merchant) => switchRows(merchant, since))],
    ["stores", merchants.flatMap((merchant) => storeRows(merchant, since))],
    ["terminals", terminals.map((one) => terminalRow(one.merchantId, one.terminal, since))],
    [
      "terminal_directory",
      terminals.map((one) => ({
        ...{ terminal_id: one.terminal.terminalId, merchant_id: one.merchantId },
      })),
    ],
    [
      "serial_directory",
      terminals.map(({ merchantId, terminal: { terminalId } }) => ({
        ...{ serial_number: `SN${terminalId}`, merchant_id: merchantId, terminal_id: terminalId },
        revoked: false,
      })),
    ],
    ["limits", limits.map(({ limit }) => limit)],
    ["limit_versions", limits.map(({ version }) => version)],
  ];
  for (const [table, rows] of tables) {
    await insertRows(client, table, rows as readonly Row[]);
  }
}
