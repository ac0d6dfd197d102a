import "server-only";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";

/** What a terminal says about itself. */
export type Heartbeat = {
  appVersion: string;
  network: "wifi" | "cellular" | "ethernet";
  /** Milliseconds, as the terminal measured it. */
  rttMs: number;
  reportedMerchantId: string;
  reportedTerminalId: string;
  latitude: number | null;
  longitude: number | null;
};

/** Keeps a heartbeat and makes it the terminal's latest word; false when there is no such terminal. */
export async function recordHeartbeat(
  db: Db,
  merchantId: string,
  terminalId: string,
  heartbeat: Heartbeat,
  at: Date,
): Promise<boolean> {
  const { count } = await db.terminal.updateMany({
    where: { merchantId, terminalId },
    data: {
      ...heartbeat,
      lastSeenAt: at,
      // Without a location the one last known stays.
      latitude: heartbeat.latitude ?? undefined,
      longitude: heartbeat.longitude ?? undefined,
    },
  });
  if (count === 0) return false;
  const heartbeatId = newId("hbt");
  await db.heartbeat.create({
    data: { merchantId, heartbeatId, terminalId, receivedAt: at, ...heartbeat },
  });
  return true;
}
