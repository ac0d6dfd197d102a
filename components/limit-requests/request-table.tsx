import { useTranslations } from "next-intl";
import { KeyboardRows } from "@/components/ui/keyboard-rows";
import { RowLink } from "@/components/ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { RequestState } from "@/components/limit-requests/request-state";
import { ValueChange } from "@/components/limit-requests/value-change";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import type { Instant } from "@/lib/domain/instant";

type RequestTableProps = {
  requests: readonly LimitRequest[];
  caption: string;
  now: Instant;
  timeZone: string;
};

/** A merchant's requests, newest first: which limit, from what to what, and how it stands. */
export function RequestTable({ requests, caption, now, timeZone }: RequestTableProps) {
  const t = useTranslations("limitRequests");
  const words = useLimitWords();
  return (
    <KeyboardRows>
      <Table caption={caption}>
        <TableHead>
          <HeaderCell>{t("column.limit")}</HeaderCell>
          <HeaderCell>{t("column.change")}</HeaderCell>
          <HeaderCell>{t("column.state")}</HeaderCell>
          <HeaderCell>{t("column.asked")}</HeaderCell>
          <HeaderCell>{t("column.due")}</HeaderCell>
        </TableHead>
        <TableBody>
          {requests.map((request) => (
            <Row key={request.limitRequestId}>
              <Cell primary>
                <RowLink href={`/limit-requests/${request.limitRequestId}`}>
                  {words.line(request)}
                </RowLink>
              </Cell>
              <Cell label={t("column.change")}>
                <ValueChange
                  asked={request.asked}
                  before={request.current}
                  after={request.approved ?? request.requested}
                  currency={request.currency}
                />
              </Cell>
              <Cell label={t("column.state")}>
                <RequestState state={request.state} />
              </Cell>
              <Cell label={t("column.asked")}>
                <span>
                  <Moment at={request.submittedAt} timeZone={timeZone} style="short" />
                  <span className="block text-meta text-muted">{request.maker.name}</span>
                </span>
              </Cell>
              <Cell label={t("column.due")}>
                {isUndecided(request.state) ? (
                  <RelativeTime at={request.dueAt} now={now} timeZone={timeZone} />
                ) : (
                  "–"
                )}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </KeyboardRows>
  );
}
