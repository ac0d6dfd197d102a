import { useTranslations } from "next-intl";
import type { TerminalChoice } from "@/components/check/check-actions";
import { chargeCurrency } from "@/components/check/charge-currency";
import { type PastedRow, readPastedCharges } from "@/lib/contracts/pasted-charges";
import { ENTRY_MODES } from "@/lib/domain/limits/limit";

/** So many terminals are offered at most; beyond that the list here is not whole. */
const MOST_OFFERED = 500;

type Offered = { terminals: readonly TerminalChoice[]; currency: string };

/** Reads pasted text with this merchant's terminals and the words of the page's language. */
export function usePastedCharges({ terminals, currency }: Offered) {
  const enums = useTranslations("enums.entryMode");
  const byId = new Map(terminals.map((terminal) => [terminal.terminalId, terminal]));
  return (text: string, terminalId: string): PastedRow[] =>
    readPastedCharges(text, {
      terminalId,
      known: terminals.length < MOST_OFFERED ? new Set(byId.keys()) : null,
      currencyOf: (id) => chargeCurrency(byId.get(id), currency),
      entryModes: new Map(ENTRY_MODES.map((mode) => [enums(mode).toLowerCase(), mode])),
    });
}
