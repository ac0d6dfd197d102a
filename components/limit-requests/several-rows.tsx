"use client";

import { useTranslations } from "next-intl";
import type { SendingResults } from "@/components/limit-requests/sending-results";
import { SeveralEffect } from "@/components/limit-requests/several-effect";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import type { Look } from "@/components/limit-requests/use-several-requests";
import { ValueChange } from "@/components/limit-requests/value-change";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { BOUND_OF } from "@/lib/domain/limit-requests/grant";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import type { SelectedLimit, SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";
import type { SharedMetric } from "@/lib/domain/limit-requests/shared-change";

type SeveralRowsProps = {
  look: Look;
  selected: SelectedLimits;
  results: SendingResults;
  isSending: boolean;
};

/** Limit by limit: what it would become, and what happens or happened. */
export function SeveralRows({ look, selected, results, isSending }: SeveralRowsProps) {
  const t = useTranslations("severalRequests");
  const words = useLimitWords();
  const { metric } = look.change;
  const limits = new Map(selected.limits.map((limit) => [limit.limitId, limit]));
  return (
    <Table caption={t("rows")}>
      <TableHead>
        <HeaderCell>{t("column.limit")}</HeaderCell>
        <HeaderCell>{t("column.change")}</HeaderCell>
        <HeaderCell>{t("column.effect")}</HeaderCell>
      </TableHead>
      <TableBody>
        {look.plans.map((plan) => {
          const limit = limits.get(plan.limitId);
          return (
            limit && (
              <Row key={plan.limitId}>
                <Cell primary>
                  <span>
                    {words.line(limit)}{" "}
                    <span className="font-normal whitespace-nowrap text-muted">
                      {limit.terminalName}
                    </span>
                  </span>
                </Cell>
                <Cell label={t("column.change")} className="tabular-nums">
                  <Change {...{ plan, limit, metric }} />
                </Cell>
                <Cell label={t("column.effect")}>
                  <SeveralEffect {...{ plan, isSending }} result={results[plan.limitId]} />
                  {!results[plan.limitId] && <EndedRaises {...{ plan, limit }} />}
                </Cell>
              </Row>
            )
          );
        })}
      </TableBody>
    </Table>
  );
}

/** The raises for a time that end with it. */
function EndedRaises({ plan, limit }: Omit<ChangeProps, "metric">) {
  const t = useTranslations("severalRequests");
  const separator = useTranslations("limits")("listSeparator");
  const text = useBoundText(limit.currency);
  if (!plan.ok) return null;
  const { effect, endsRaises } = plan;
  const said = endsRaises.map(({ values, raised }) =>
    raised.map((field) => text(values, field)).join(separator),
  );
  return [...new Set(said)].map((value) => (
    <span key={value} className="block text-meta text-muted">
      {t("endsRaise", { effect, value })}
    </span>
  ));
}

type ChangeProps = { plan: RequestPlan; limit: SelectedLimit; metric: SharedMetric };

/** Now and asked; where a raise for a time runs, what lasts is what changes. */
function Change({ plan, limit, metric }: ChangeProps) {
  const t = useTranslations("severalRequests");
  const text = useBoundText(limit.currency);
  const { currency } = limit;
  if (!plan.ok) return <span className="text-muted">{text(limit.current, metric)}</span>;
  const { current } = plan;
  const before = plan.seen.values;
  const bound = BOUND_OF[metric];
  return (
    <>
      <ValueChange asked={[metric]} after={plan.after} {...{ before, currency }} oneLine />
      {before[bound] !== current[bound] && (
        <span className="block text-meta text-muted">
          {t("nowOtherwise", { value: text(current, metric) })}
        </span>
      )}
    </>
  );
}
