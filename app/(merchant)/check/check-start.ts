import { cookies } from "next/headers";
import type { CheckPanelProps } from "@/components/check/check-panel";
import type { MerchantSession } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { getCheckStart } from "@/lib/use-cases/checks/get-check-start";

type Wanted = Record<string, string | string[] | undefined>;

/** The terminal asked for, else the one of last time; null without any terminal to choose. */
export async function readCheckStart(
  ctx: MerchantSession["ctx"],
  merchantId: string,
  params: Wanted,
): Promise<Pick<CheckPanelProps, "currency" | "terminals" | "initial"> | null> {
  const remembered = (await cookies()).get("terminal")?.value;
  const start = await getCheckStart(ctx, merchantId, [paramOf(params.terminal), remembered]);
  if (!start) return null;
  const { currency, terminals, terminalId, snapshot } = start;
  return {
    currency,
    terminals,
    initial: { terminalId, snapshot, amountText: paramOf(params.amount) },
  };
}
