import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BatchRowShown } from "@/components/limit-batches/batch-shown";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { RequestState } from "@/components/limit-requests/request-state";
import { ReviewPeriod } from "@/components/limit-requests/review-period";
import { ValueChange } from "@/components/limit-requests/value-change";
import type { CutOver } from "@/lib/domain/business-day";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";

type BatchRowsProps = { rows: readonly BatchRowShown[]; cutOver: CutOver };

/** The limits of a batch, before and after. */
export function BatchRows({ rows, cutOver }: BatchRowsProps) {
  const t = useTranslations("batches");
  const words = useLimitWords();
  return (
    <Table caption={t("limits")}>
      <TableHead>
        <HeaderCell>{t("column.merchant")}</HeaderCell>
        <HeaderCell>{t("column.limit")}</HeaderCell>
        <HeaderCell>{t("column.change")}</HeaderCell>
        <HeaderCell>{t("column.period")}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.limitRequestId}>
            <Cell primary>
              <TextLink href={`/queue/${row.merchantId}/${row.limitRequestId}`}>
                {row.tradingName}
              </TextLink>
              <span className="block text-meta text-muted">{row.merchantId}</span>
            </Cell>
            <Cell label={t("column.limit")}>
              <span>
                {words.line(row)}
                {row.isNew && (
                  <Badge tone="info" className="ml-1.5">
                    {t("new")}
                  </Badge>
                )}
              </span>
            </Cell>
            <Cell label={t("column.change")}>
              <ValueChange
                asked={row.asked}
                before={row.current}
                after={row.approved ?? row.requested}
                currency={row.currency}
                withNames={row.asked.length > 1 || row.asked[0] !== "max_amount"}
              />
            </Cell>
            <Cell label={t("column.period")} className="text-muted">
              {isUndecided(row.state) ? (
                <ReviewPeriod {...row} cutOver={cutOver} />
              ) : (
                <RequestState state={row.state} />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
