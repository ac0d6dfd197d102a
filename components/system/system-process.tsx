import { useFormatter, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Status } from "@/components/ui/status";
import type { SystemFacts } from "@/components/system/system-facts";
import { Moment } from "@/components/time/moment";

/** What this process is, how long it runs, and what it does a second. */
export function SystemProcess({ version, rates, timeZone }: SystemFacts) {
  const t = useTranslations("system.process");
  const format = useFormatter();
  const rate = (perSecond: number, total: number) =>
    t("rate", {
      rate: format.number(perSecond, { maximumFractionDigits: 1 }),
      total: format.number(total),
    });
  const seconds = Math.round(rates.overMs / 1_000);
  return (
    <>
      <DescriptionList
        items={[
          { key: "version", term: t("version"), value: version.headroom },
          { key: "node", term: t("node"), value: version.node },
          {
            key: "since",
            term: t("since"),
            value: <Moment at={rates.startedAt} timeZone={timeZone} style="short" />,
          },
          {
            key: "requests",
            term: t("requests"),
            value: rate(rates.requestsPerSecond, rates.requests),
          },
          { key: "checks", term: t("checks"), value: rate(rates.checksPerSecond, rates.checks) },
          {
            key: "dropped",
            term: t("dropped"),
            value:
              rates.checkLogDropped === 0 ? (
                <Status tone="pass">{t("noneDropped")}</Status>
              ) : (
                <Status tone="block">{t("someDropped", { count: rates.checkLogDropped })}</Status>
              ),
          },
        ]}
      />
      <p className="mt-2 text-meta text-muted">{t("measured", { seconds })}</p>
    </>
  );
}
