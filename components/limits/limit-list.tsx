import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Gauge } from "lucide-react";
import { TextLink } from "@/components/ui/text-link";
import { LimitBars } from "@/components/limits/limit-bars";
import { LimitValidity } from "@/components/limits/limit-validity";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitView } from "@/lib/domain/limits/limit-view";

type LimitListProps = {
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
  now: Instant;
  cutOver: CutOver;
  mayRequest: boolean;
};

/** Every limit that applies, each with where it comes from and how to change it. */
export function LimitList({ limits, pending, now, cutOver, mayRequest }: LimitListProps) {
  const t = useTranslations("limits");
  if (limits.length === 0) {
    return (
      <EmptyState icon={Gauge} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y">
      {limits.map((limit) => (
        <li key={limit.limitId} className="py-3 first:pt-0 last:pb-0">
          <LimitBars
            limits={[limit]}
            pending={pending}
            now={now}
            timeZone={cutOver.timeZone}
            mayRequest={false}
            hideWhose={limit.scope === "terminal"}
          />
          <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
            {limit.scope !== "terminal" && (
              <span>{t(limit.scope === "store" ? "inheritedStore" : "inheritedMerchant")}</span>
            )}
            <LimitValidity limit={limit} cutOver={cutOver} />
            <ChangeLink limit={limit} pending={pending} mayRequest={mayRequest} />
          </p>
        </li>
      ))}
    </ul>
  );
}

type ChangeLinkProps = Pick<LimitListProps, "pending" | "mayRequest"> & { limit: LimitView };

function ChangeLink({ limit, pending, mayRequest }: ChangeLinkProps) {
  const t = useTranslations("limits");
  const open = pending.get(limit.limitId);
  if (open) {
    return <TextLink href={`/limit-requests/${open.limitRequestId}`}>{t("openRequest")}</TextLink>;
  }
  if (!mayRequest) return null;
  return <TextLink href={`/limit-requests/new?limit=${limit.limitId}`}>{t("askChange")}</TextLink>;
}
