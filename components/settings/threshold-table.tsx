import { useFormatter, useTranslations } from "next-intl";
import { Amount } from "@/components/money/amount";
import { AddThreshold } from "@/components/settings/add-threshold";
import { ChangeMaximum } from "@/components/settings/change-maximum";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useSentences } from "@/components/shell/use-sentences";
import { type Window, WINDOWS } from "@/lib/domain/limits/limit";

type ThresholdTableProps = {
  thresholds: readonly { window: Window; currency: string; maxAmountMinor: number }[];
  /** Those merchants have. */
  currencies: readonly string[];
  timeZone: string;
  actions: SettingsActions | null;
};

/** From which maximum on two people decide about a limit, by window and currency. */
export function ThresholdTable(props: ThresholdTableProps) {
  const { thresholds, timeZone, actions } = props;
  const t = useTranslations("settings");
  const sentences = useSentences();
  const format = useFormatter();
  const list = (codes: readonly string[]) => format.list(codes, { type: "conjunction" });
  const windows = useTranslations("enums.window");
  const set = new Set(thresholds.map(({ currency }) => currency));
  const currencies = [...new Set(["CNY", ...set, ...props.currencies])];
  const without = currencies.filter((currency) => !set.has(currency));
  const rows = currencies.flatMap((currency) => WINDOWS.map((window) => ({ window, currency })));
  return (
    <Section title={t("fourEyes")} aside={t("fourEyesHint")} surface="plain" className="mt-6">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose text-muted">
          {sentences(
            without.length > 0 && t("withoutThreshold", { currencies: list(without) }),
            t("otherCurrencies"),
          )}
        </p>
        {actions && <AddThreshold {...{ thresholds, without, timeZone, actions }} />}
      </div>
      <Table caption={t("fourEyes")}>
        <TableHead>
          <HeaderCell>{t("column.window")}</HeaderCell>
          <HeaderCell>{t("column.currency")}</HeaderCell>
          <HeaderCell numeric>{t("column.oneUpTo")}</HeaderCell>
          {actions && (
            <HeaderCell>
              <span className="sr-only">{t("column.act")}</span>
            </HeaderCell>
          )}
        </TableHead>
        <TableBody>
          {rows.map(({ window, currency }) => {
            const found = thresholds.find(
              (one) => one.window === window && one.currency === currency,
            );
            const current = found?.maxAmountMinor ?? null;
            return (
              <Row key={`${window}|${currency}`}>
                <Cell primary>{windows(window)}</Cell>
                <Cell label={t("column.currency")}>{currency}</Cell>
                <Cell label={t("column.oneUpTo")} numeric>
                  {current === null ? (
                    <span className="text-muted">{t("noThreshold")}</span>
                  ) : (
                    <Amount amountMinor={current} currency={currency} />
                  )}
                </Cell>
                {actions && (
                  <Cell className="md:text-right">
                    <ChangeMaximum
                      kind="four_eyes_threshold"
                      settingKey={`${window}|${currency}`}
                      title={t("thresholdOf", { window: windows(window), currency })}
                      noneLabel={t("removeThreshold")}
                      {...{ currency, current, timeZone, actions }}
                    />
                  </Cell>
                )}
              </Row>
            );
          })}
        </TableBody>
      </Table>
    </Section>
  );
}
