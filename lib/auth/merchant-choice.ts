import "server-only";
import { cookies } from "next/headers";
import { cookieOptions } from "@/lib/auth/session-cookie";

const MERCHANT_COOKIE = "merchant";
const YEAR_S = 31_536_000;

/** The merchant a person with several chose to see; the first one until they choose. */
export async function chosenMerchant(merchantIds: readonly string[]): Promise<string | undefined> {
  const chosen = (await cookies()).get(MERCHANT_COOKIE)?.value;
  return merchantIds.find((id) => id === chosen) ?? merchantIds[0];
}

/** Shows this merchant in this browser from now on. */
export async function rememberMerchant(merchantId: string): Promise<void> {
  (await cookies()).set(MERCHANT_COOKIE, merchantId, { ...cookieOptions(), maxAge: YEAR_S });
}
