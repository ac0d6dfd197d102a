import type { TerminalChoice } from "@/components/check/check-actions";

/** The merchant's own currency where the terminal takes it, else the first it does take. */
export function chargeCurrency(terminal: TerminalChoice | undefined, ofMerchant: string): string {
  const accepts = terminal?.currencies ?? [];
  if (accepts.length === 0 || accepts.includes(ofMerchant)) return ofMerchant;
  return accepts[0] ?? ofMerchant;
}
