import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bar } from "@/components/ui/bar";
import { Status } from "@/components/ui/status";
import { Amount } from "@/components/money/amount";
import { ComingStatus } from "@/components/limits/coming-status";
import type { LimitSubject } from "@/components/limits/limit-words";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { ResetTime } from "@/components/time/reset-time";
import type { Instant } from "@/lib/domain/instant";
import { wholePercent } from "@/lib/domain/limits/limit-view";
import { formatMoney } from "@/lib/domain/money";

/** One maximum and what is counted against it: minor units, or a number of charges. */
export type LimitMeasure = {
  kind: "amount" | "count";
  max: number;
  used: number;
  reserved: number;
};

type LimitBarProps = {
  limit: LimitSubject & { currency: string };
  measure: LimitMeasure;
  warnPercent: number;
  /** The maximum asked for, or approved from a moment on; a maximum of null means "no limit". */
  pending?: { max: number | null; from: Instant | null } | null;
  resetsAt: Instant | null;
  now: Instant;
  timeZone: string;
  /** Instead of the words on whose limit it is and what it counts. */
  title?: ReactNode;
  /** When the reset stands elsewhere, said once for many bars. */
  hideReset?: boolean;
  action?: ReactNode;
};

/** Whose limit it is, what it counts, what is left and when it starts anew. */
export function LimitBar(props: LimitBarProps) {
  const { limit, measure, warnPercent, pending, resetsAt, now, timeZone, title, action } = props;
  const t = useTranslations("limits");
  const words = useLimitWords();
  const left = Math.max(0, measure.max - measure.used - measure.reserved);
  const text = (value: number) =>
    measure.kind === "amount" ? formatMoney(value, limit.currency) : t("charges", { count: value });
  const reading = t("leftOf", { left: text(left), max: text(measure.max) });
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 text-muted">{title ?? words.line(limit)}</p>
        <p className="text-right">
          <Left measure={measure} left={left} currency={limit.currency} />
        </p>
      </div>
      <Bar
        label={words.line(limit)}
        valueText={reading}
        used={measure.used}
        reserved={measure.reserved}
        max={measure.max}
        warnAt={limit.window === "per_transaction" ? null : warnPercent / 100}
        ghostMax={pending?.max ?? null}
        className="my-1"
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-meta text-muted">
        <p className="flex flex-wrap gap-x-3">
          <UsedStatus measure={measure} warnPercent={warnPercent} />
          {measure.reserved > 0 && <span>{t("reserved", { amount: text(measure.reserved) })}</span>}
          {pending && (
            <ComingStatus
              {...pending}
              {...{ kind: measure.kind, currency: limit.currency, timeZone }}
            />
          )}
        </p>
        <p className="flex flex-wrap gap-x-3">
          {resetsAt !== null && !props.hideReset && (
            <ResetTime at={resetsAt} now={now} timeZone={timeZone} />
          )}
          {action}
        </p>
      </div>
    </div>
  );
}

type LeftProps = { measure: LimitMeasure; left: number; currency: string };

function Left({ measure, left, currency }: LeftProps) {
  const t = useTranslations("limits");
  if (measure.kind === "count") {
    return t.rich("leftOfRich", {
      left: () => <strong className="font-semibold">{left}</strong>,
      max: () => <span>{t("charges", { count: measure.max })}</span>,
    });
  }
  return t.rich("leftOfRich", {
    left: () => <Amount amountMinor={left} currency={currency} className="font-semibold" />,
    max: () => <Amount amountMinor={measure.max} currency={currency} />,
  });
}

type UsedStatusProps = { measure: LimitMeasure; warnPercent: number };

function UsedStatus({ measure, warnPercent }: UsedStatusProps) {
  const t = useTranslations("limits");
  const taken = measure.used + measure.reserved;
  const percent = wholePercent(taken, measure.max);
  const text = t("percentUsed", { percent });
  if (percent >= 100) return <Status tone="block">{text}</Status>;
  if (percent >= warnPercent) return <Status tone="warn">{text}</Status>;
  return <span>{text}</span>;
}
