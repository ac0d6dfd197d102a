"use client";

import { useTranslations } from "next-intl";
import { ChangeWithReason } from "@/components/merchants/change-with-reason";
import { MerchantStatusBadge } from "@/components/merchants/merchant-status";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { MerchantStatusForm, MerchantSwitchForm } from "@/lib/contracts/merchant-forms";
import {
  MERCHANT_STATUSES,
  mayBecome,
  type Merchant,
  type SwitchPeriod,
} from "@/lib/domain/merchants";

type MerchantControlsProps = {
  merchant: Merchant;
  switches: readonly SwitchPeriod[];
  timeZone: string;
  mayChange: boolean;
  setStatus: (form: MerchantStatusForm) => Promise<ActionResult<unknown>>;
  setSwitch: (form: MerchantSwitchForm) => Promise<ActionResult<unknown>>;
};

function SwitchBadge({ enabled }: { enabled: boolean }) {
  const t = useTranslations("merchants");
  return <Badge tone={enabled ? "pass" : "block"}>{enabled ? t("on") : t("off")}</Badge>;
}

/** A merchant's status and switches as they stand, why, since when and by whom; and the way to change them. */
export function MerchantControls(props: MerchantControlsProps) {
  const { merchant, switches, timeZone, mayChange, setStatus, setSwitch } = props;
  const t = useTranslations("merchants");
  const statuses = useTranslations("merchants.status");
  const audit = useTranslations("audit");
  const { merchantId, status, version } = merchant;
  const nameOf = (who: string) => (who === "operator" ? audit("operator") : who);
  return (
    <ul className="divide-y">
      <li className="flex flex-wrap items-center justify-between gap-3 py-2">
        <div>
          <p className="flex items-center gap-2">
            {t("column.status")} <MerchantStatusBadge status={status} />
          </p>
          <p className="text-meta text-muted">
            {merchant.statusReason && `${merchant.statusReason} · `}
            <Moment at={merchant.statusSince} timeZone={timeZone} />
            {merchant.statusBy && ` · ${nameOf(merchant.statusBy)}`}
          </p>
        </div>
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            {MERCHANT_STATUSES.filter((to) => mayBecome(status, to)).map((to) => (
              <ChangeWithReason
                key={to}
                label={t(`become.${to}`)}
                title={t("changeStatus", { name: merchant.tradingName })}
                change={(reason) =>
                  setStatus({ merchantId, status: to, reason, seenVersion: version })
                }
              >
                <p>{t("beforeAfter", { before: statuses(status), after: statuses(to) })}</p>
              </ChangeWithReason>
            ))}
          </div>
        )}
      </li>
      {switches
        .filter(({ until }) => until === null)
        .map(({ control, enabled, reason, since, changedBy }) => (
          <li key={control} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div>
              <p className="flex items-center gap-2">
                {t(`control.${control}`)} <SwitchBadge enabled={enabled} />
              </p>
              <p className="text-meta text-muted">
                {reason && `${reason} · `}
                <Moment at={since} timeZone={timeZone} />
                {` · ${nameOf(changedBy)}`}
              </p>
            </div>
            {mayChange && (
              <ChangeWithReason
                label={enabled ? t("switchOff") : t("switchOn")}
                title={t(`control.${control}`)}
                change={(why) =>
                  setSwitch({
                    merchantId,
                    control,
                    enabled: !enabled,
                    reason: why,
                    seenSince: since,
                  })
                }
              >
                <p>
                  {t("beforeAfter", {
                    before: enabled ? t("on") : t("off"),
                    after: enabled ? t("off") : t("on"),
                  })}
                </p>
              </ChangeWithReason>
            )}
          </li>
        ))}
    </ul>
  );
}
