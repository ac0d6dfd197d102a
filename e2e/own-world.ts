import { csvFile, mustRun } from "@/e2e/command-line";

export type OwnLimit = {
  terminal_id?: string;
  store?: string;
  window: "per_transaction" | "daily" | "weekly" | "monthly" | "rolling";
  window_seconds?: number;
  time_from?: string;
  time_to?: string;
  days_of_week?: string;
  currency?: string;
  min_amount?: number;
  max_amount?: number;
  max_count?: number;
  entry_modes?: string;
  funding_sources?: string;
  starts_at?: string;
  ends_at?: string;
};

const COLUMNS = [
  ...["merchant_id", "terminal_id", "window", "currency", "min_amount", "max_amount", "max_count"],
  ...["entry_modes", "funding_sources", "starts_at", "ends_at", "store", "window_seconds"],
  ...["time_from", "time_to", "days_of_week"],
] as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A merchant, its terminals and limits, made through the command line for one file of tests alone. */
export async function importOwnWorld(
  merchant: string,
  terminals: readonly string[],
  limits: readonly OwnLimit[],
  name = "Own World",
): Promise<void> {
  const importFile = (noun: string, lines: readonly string[]) =>
    mustRun(noun, "import", csvFile(...lines));
  await importFile("merchants", [
    "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status",
    `${merchant},${quoted(`${name} Ltd`)},${quoted(name)},5411,individual,CNY,Asia/Shanghai,active`,
  ]);
  await importFile("terminals", [
    "merchant_id,terminal_id,store,serial_number,model,app_version,status,entry_modes,currencies",
    ...terminals.map((tid) => `${merchant},${tid},Main,SN${tid},M1,1.0,deployed,,CNY`),
  ]);
  await importFile("limits", [
    COLUMNS.join(","),
    ...limits.map((limit) => {
      const row: Record<string, unknown> = { merchant_id: merchant, currency: "CNY", ...limit };
      return COLUMNS.map((column) => String(row[column] ?? "")).join(",");
    }),
  ]);
}

export const cny = (value: number) => ({ value, currency: "CNY" });
