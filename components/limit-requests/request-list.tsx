import { TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { RequestTable } from "@/components/limit-requests/request-table";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

type RequestListProps = {
  requests: readonly LimitRequest[];
  /** Where the following page goes on. */
  next: string | null;
  isFirst: boolean;
  now: Instant;
  timeZone: string;
  mayRequest: boolean;
};

export function RequestList(props: RequestListProps) {
  const { requests, next, isFirst, now, timeZone, mayRequest } = props;
  const t = useTranslations("limitRequests");
  const list = useTranslations("shell.list");
  if (requests.length === 0 && isFirst) {
    return (
      <EmptyState
        icon={TrendingUp}
        title={t("none")}
        action={mayRequest && <LinkButton href="/limit-requests/new">{t("new")}</LinkButton>}
      >
        {mayRequest ? t("noneHint") : t("noneHintStaff")}
      </EmptyState>
    );
  }
  return (
    <>
      <RequestTable requests={requests} caption={t("title")} now={now} timeZone={timeZone} />
      {(next !== null || !isFirst) && (
        <Pagination
          summary={t("newestFirst")}
          previousHref={isFirst ? null : "/limit-requests"}
          nextHref={next && `/limit-requests?before=${next}`}
          labels={{ nav: t("pages"), previous: t("newest"), next: list("next") }}
        />
      )}
    </>
  );
}
