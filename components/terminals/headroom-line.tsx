import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { Amount } from "@/components/money/amount";
import { useCardName } from "@/components/terminals/use-card-name";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type HeadroomLineProps = {
  overview: Pick<TerminalOverview, "headroom" | "headroomByCard" | "currency">;
};

/** The largest single charge that would not be refused now; by kind of card where that differs. */
export function HeadroomLine({ overview }: HeadroomLineProps) {
  const { headroom, headroomByCard, currency } = overview;
  const t = useTranslations("terminals");
  const name = useCardName();
  if (headroomByCard === null) {
    return <Largest amountMinor={headroom.amountMinor} currency={currency} />;
  }
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {headroomByCard.map(({ values, amountMinor }) => (
        <span key={values.join()}>
          {values.map(name).join(t("listSeparator"))}{" "}
          <Largest amountMinor={amountMinor} currency={currency} short />
        </span>
      ))}
    </span>
  );
}

type LargestProps = { amountMinor: number | null; currency: string; short?: boolean };

function Largest({ amountMinor, currency, short }: LargestProps) {
  const t = useTranslations("terminals");
  if (amountMinor === null) return <span>{t(short ? "anyAmountShort" : "anyAmount")}</span>;
  if (amountMinor === 0) {
    return <Status tone="block">{t(short ? "nothingNowShort" : "nothingNow")}</Status>;
  }
  const amount = () => (
    <Amount amountMinor={amountMinor} currency={currency} className="font-semibold" />
  );
  return <span>{t.rich(short ? "upToNowShort" : "upToNow", { amount })}</span>;
}
