import type { Instant } from "@/lib/domain/instant";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";

/** A terminal among those of all merchants. */
export type RegistryEntry = {
  merchantId: string;
  tradingName: string;
  terminalId: string;
  name: string | null;
  store: string | null;
  serialNumber: string | null;
  model: string | null;
  appVersion: string | null;
  status: TerminalStatus;
  network: string | null;
  lastSeenAt: Instant | null;
};
