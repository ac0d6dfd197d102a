import { useTranslations } from "next-intl";
import { SwitchHistory } from "@/components/compliance/switch-history";
import { Moment } from "@/components/time/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { Status } from "@/components/ui/status";
import type { Instant } from "@/lib/domain/instant";
import type { SwitchState } from "@/lib/domain/limit-check/snapshot";
import { MERCHANT_SWITCHES, type MerchantSwitch, type SwitchPeriod } from "@/lib/domain/merchants";

type SwitchListProps = {
  switches: Readonly<Record<MerchantSwitch, SwitchState>>;
  periods: readonly SwitchPeriod[];
  merchantId: string;
  registeredAt: Instant;
  timeZone: string;
  /** What does not run now, though it may be switched on. */
  stopped: readonly MerchantSwitch[];
};

const stateOf = (enabled: boolean, isStopped: boolean) => {
  if (!enabled) return "off";
  return isStopped ? "stopped" : "on";
};

/** Both switches as they stand: on or off, why, since when, how to lift it, and what was before. */
export function SwitchList(props: SwitchListProps) {
  const { switches, periods, merchantId, registeredAt, timeZone, stopped } = props;
  const t = useTranslations("papers");
  return (
    <ul className="divide-y">
      {MERCHANT_SWITCHES.map((control) => {
        const { enabled, reason, since } = switches[control];
        const name = t(`control.${control}`);
        const when = () => <Moment at={since} timeZone={timeZone} style="date" />;
        return (
          <li
            key={control}
            className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 md:grid-cols-2"
          >
            <div>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{name}</span>
                <Status tone={enabled && !stopped.includes(control) ? "pass" : "block"}>
                  {t(`state.${stateOf(enabled, stopped.includes(control))}`)}
                </Status>
                <span className="text-meta text-muted">
                  {t.rich(since === registeredAt ? "sinceRegistered" : "since", { when })}
                </span>
              </p>
              {enabled ? (
                <p className="text-meta text-muted">{t(`controlHint.${control}`)}</p>
              ) : (
                <>
                  <p className="mt-1">{reason ?? t("noReason")}</p>
                  <p className="mt-1 text-meta">
                    <span className="me-1.5 font-medium">{t("lift")}</span>
                    {t("liftSwitch", { mid: merchantId })}
                  </p>
                </>
              )}
            </div>
            <Disclosure
              summary={
                <>
                  <span aria-hidden>{t("history")}</span>
                  <span className="sr-only">{t("historyOf", { control: name })}</span>
                </>
              }
            >
              <SwitchHistory
                periods={periods.filter((period) => period.control === control)}
                timeZone={timeZone}
              />
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}
