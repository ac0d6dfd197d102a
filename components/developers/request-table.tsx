import { useTranslations } from "next-intl";
import { DECISION_TONE } from "@/components/check/decision-tone";
import { RequestDetails } from "@/components/developers/request-details";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { ApiRequest } from "@/lib/domain/api-requests";

type RequestTableProps = { requests: readonly ApiRequest[]; timeZone: string; origin: string };

/** What the merchant's keys asked, how it was answered, and the command that asks it again. */
export function RequestTable({ requests, timeZone, origin }: RequestTableProps) {
  const t = useTranslations("requestLog");
  const decisions = useTranslations("enums.decision");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("column.time")}</HeaderCell>
        <HeaderCell>{t("column.request")}</HeaderCell>
        <HeaderCell>{t("column.status")}</HeaderCell>
        <HeaderCell>{t("column.decision")}</HeaderCell>
        <HeaderCell>{t("column.key")}</HeaderCell>
      </TableHead>
      <TableBody>
        {requests.map((request) => {
          const { apiRequestId, method, path, status, check, keyName, keyId, mode } = request;
          return (
            <Row key={apiRequestId}>
              <Cell label={t("column.time")} className="md:whitespace-nowrap">
                <Moment at={request.requestedAt} timeZone={timeZone} style="exact" />
              </Cell>
              <Cell primary>
                <div className="min-w-0">
                  <code className="font-mono text-meta [overflow-wrap:anywhere]">
                    <span className="font-semibold">{method}</span> {path}
                  </code>
                  <RequestDetails request={request} origin={origin} />
                </div>
              </Cell>
              <Cell label={t("column.status")}>
                {status < 400 ? (
                  <span className="tabular-nums">{status}</span>
                ) : (
                  <Badge tone={status < 500 ? "warn" : "block"}>{status}</Badge>
                )}
              </Cell>
              <Cell
                label={t("column.decision")}
                className={check ? "md:whitespace-nowrap" : "max-md:hidden"}
              >
                {check ? (
                  <Status tone={DECISION_TONE[check.decision]}>{decisions(check.decision)}</Status>
                ) : (
                  <span className="text-muted">{t("noDecision")}</span>
                )}
              </Cell>
              <Cell label={t("column.key")}>
                <span>
                  {keyName ?? keyId} {mode === "test" && <Badge tone="warn">{t("test")}</Badge>}
                </span>
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}
