import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { RequestTable } from "@/components/developers/request-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import type { ApiRequest } from "@/lib/domain/api-requests";

type RequestLogProps = {
  requests: readonly ApiRequest[];
  refusedOnly: boolean;
  next: string | null;
  isFirst: boolean;
  timeZone: string;
  origin: string;
};

const PATH = "/developers/requests";

/** The request log with its two views, page by page. */
export function RequestLog(props: RequestLogProps) {
  const { requests, refusedOnly, next, isFirst, timeZone, origin } = props;
  const t = useTranslations("requestLog");
  const list = useTranslations("shell.list");
  const href = refusedOnly ? `${PATH}?show=refused` : PATH;
  return (
    <div className="space-y-3">
      <LinkTabs
        label={t("show")}
        tabs={[
          { href: PATH, label: t("all"), current: !refusedOnly },
          { href: `${PATH}?show=refused`, label: t("refused"), current: refusedOnly },
        ]}
      />
      {requests.length === 0 ? (
        <EmptyState icon={Braces} title={t(refusedOnly ? "noneRefused" : "none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <RequestTable requests={requests} timeZone={timeZone} origin={origin} />
      )}
      {(next !== null || !isFirst) && (
        <Pagination
          summary={t("newestFirst")}
          previousHref={isFirst ? null : href}
          nextHref={next && `${href}${refusedOnly ? "&" : "?"}after=${next}`}
          labels={{ nav: t("pages"), previous: t("newest"), next: list("next") }}
        />
      )}
    </div>
  );
}
