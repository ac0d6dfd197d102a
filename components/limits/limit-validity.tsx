import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { Moment } from "@/components/time/moment";
import { Until } from "@/components/time/until";
import type { CutOver } from "@/lib/domain/business-day";
import type { LimitView } from "@/lib/domain/limits/limit-view";

/** From when and until when a limit holds; nothing while it holds for good. */
export function LimitValidity({ limit, cutOver }: { limit: LimitView; cutOver: CutOver }) {
  const t = useTranslations("limits");
  return (
    <>
      {limit.status === "scheduled" && limit.startsAt !== null && (
        <Status tone="pending">
          {t("from")} <Moment at={limit.startsAt} timeZone={cutOver.timeZone} style="short" />
        </Status>
      )}
      {limit.endsAt !== null && (
        <span>
          {t(limit.kind === "temporary" ? "temporaryUntil" : "until")}{" "}
          <Until at={limit.endsAt} cutOver={cutOver} style="short" />
        </span>
      )}
    </>
  );
}
