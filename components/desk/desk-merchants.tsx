import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { useRequirementName } from "@/components/compliance/use-requirement-name";
import { TaskList } from "@/components/desk/task-list";
import { RelativeTime } from "@/components/time/relative-time";
import { COUNTED_AT_MOST, type Desk, SPIKE } from "@/lib/domain/desk/desk";

type DeskMerchantsProps = Pick<Desk, "suspended" | "pastDue" | "refusing" | "now"> & {
  timeZone: string;
};

/** Merchants that cannot charge, or hardly. */
export function DeskMerchants(props: DeskMerchantsProps) {
  const { suspended, pastDue, refusing, now, timeZone } = props;
  const t = useTranslations("desk.merchants");
  const requirement = useRequirementName();
  const format = useFormatter();
  const counted = (count: number) =>
    count > COUNTED_AT_MOST ? t("many", { count: COUNTED_AT_MOST }) : format.number(count);
  const merchantHref = (merchantId: string) => `/merchants/${merchantId}`;
  return (
    <Section title={t("title")}>
      <div className="divide-y">
        <TaskList
          title={t("refusing", { hours: SPIKE.hours })}
          count={format.number(refusing.length)}
          tone="block"
          none={t("noneRefusing", { count: SPIKE.refusals, hours: SPIKE.hours })}
          all={null}
          tasks={refusing.map((item) => ({
            key: `${item.merchantId}${item.responseCode}`,
            href: merchantHref(item.merchantId),
            title: item.tradingName,
            meta: item.merchantId,
            aside: (
              <>
                {t("refusals", { count: item.count, code: item.responseCode })}
                <span className="block text-meta text-muted">
                  <RelativeTime at={item.lastAt} now={now} timeZone={timeZone} />
                </span>
              </>
            ),
          }))}
        />
        <TaskList
          title={t("pastDue")}
          count={counted(pastDue.count)}
          tone="block"
          none={t("nonePastDue")}
          all={null}
          tasks={pastDue.items.map((item) => ({
            key: `${item.merchantId}${item.code}`,
            href: merchantHref(item.merchantId),
            title: item.tradingName,
            meta: requirement(item.code),
            aside: item.since !== null && (
              <RelativeTime at={item.since} now={now} timeZone={timeZone} />
            ),
          }))}
        />
        <TaskList
          title={t("suspended")}
          count={counted(suspended.count)}
          tone="warn"
          none={t("noneSuspended")}
          all={{ href: "/merchants?status=suspended", label: t("all") }}
          tasks={suspended.items.map((item) => ({
            key: item.merchantId,
            href: merchantHref(item.merchantId),
            title: item.tradingName,
            meta: item.reason ?? item.merchantId,
            aside: <RelativeTime at={item.since} now={now} timeZone={timeZone} />,
          }))}
        />
      </div>
    </Section>
  );
}
