import type { Ctx } from "@/lib/data/ctx";
import { UnavailableError } from "@/lib/domain/errors";
import { newId } from "@/lib/platform/ids";
import { reserve } from "@/lib/use-cases/reservations/reserve";

const write = { check: () => "{}", whole: (_check: string, held: unknown) => JSON.stringify(held) };

/**
 * Holds an amount for five minutes; answers the hold's id, or null when refused. What was not answered in
 * time is asked again with its key.
 */
export async function testHold(
  ctx: Ctx,
  merchantId: string,
  charge: { terminalId: string; amountMinor: number; key?: string },
): Promise<string | null> {
  const { terminalId, amountMinor, key = newId("k") } = charge;
  const proposal = { terminalId, amountMinor, currency: "CNY" };
  const request = { owner: "merchant", method: "POST", path: "/r", key, body: proposal } as const;
  for (;;) {
    try {
      const question = { proposal, holdSeconds: 300 };
      const answer = await reserve(ctx, merchantId, question, { request, write });
      if (answer.status !== 201) return null;
      return (JSON.parse(answer.text) as { reservationId: string }).reservationId;
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
    }
  }
}
