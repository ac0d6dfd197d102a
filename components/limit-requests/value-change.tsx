import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import { classNames } from "@/components/ui/class-names";
import type { AskedField } from "@/lib/domain/limit-requests/grant";
import type { LimitValues } from "@/lib/domain/limits/limit";

type ValueChangeProps = {
  asked: readonly AskedField[];
  before: LimitValues;
  after: LimitValues;
  currency: string;
  /** Names each bound, where more than the maximum could be meant. */
  withNames?: boolean;
  /** Never breaks in the middle where the screen is wide. */
  oneLine?: boolean;
};

/** Before and after, one line per bound that was asked about. */
export function ValueChange({ asked, before, after, currency, ...props }: ValueChangeProps) {
  const t = useTranslations("limitRequests");
  const text = useBoundText(currency);
  return (
    <span className="inline-flex flex-col">
      {asked.map((field) => (
        <span
          key={field}
          className={classNames(
            "inline-flex flex-wrap items-center gap-x-1.5",
            props.oneLine && "xl:flex-nowrap",
          )}
        >
          {props.withNames && <span className="text-muted">{t(`field.${field}`)}</span>}
          <span className="whitespace-nowrap">{text(before, field)}</span>
          <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
            <ArrowRight aria-label={t("becomes")} className="size-3.5 shrink-0 text-muted" />
            <span className="font-medium">{text(after, field)}</span>
          </span>
        </span>
      ))}
    </span>
  );
}
