import "server-only";
import { cookies } from "next/headers";

const MERCHANT_COOKIE = "merchant";

/** The merchant a person with several chose to see; the first one until they choose. */
export async function chosenMerchant(merchantIds: readonly string[]): Promise<string | undefined> {
  const chosen = (await cookies()).get(MERCHANT_COOKIE)?.value;
  return merchantIds.find((id) => id === chosen) ?? merchantIds[0];
}
