import type { Instant } from "@/lib/domain/instant";

/** Settings that refuse charges nobody meant to refuse. */
export type SettingsFault =
  "daily_below_charge" | "mcc_differs" | "currency_not_taken" | "serial_elsewhere";

/** A fault of a merchant's or a terminal's settings; `found` is what they say, `expected` what fits. */
export type SettingsFinding = {
  fault: SettingsFault;
  merchantId: string;
  terminalId: string | null;
  found: string | null;
  expected: string | null;
};

/** What the last look over all merchants found, and when that was. */
export type SettingsHealth = { lookedAt: Instant; findings: SettingsFinding[] };
