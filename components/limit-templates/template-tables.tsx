import { useTranslations } from "next-intl";
import { Amount } from "@/components/money/amount";
import { ChangeMaximum } from "@/components/settings/change-maximum";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useSettingText } from "@/components/settings/use-setting-text";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { MERCHANT_TIERS } from "@/lib/domain/merchants";
import {
  type LimitTemplate,
  TEMPLATE_CHANNELS,
  TEMPLATE_WINDOWS,
  templateKeyText,
} from "@/lib/domain/settings/limit-template";

type TemplateTablesProps = {
  templates: readonly LimitTemplate[];
  timeZone: string;
  actions: SettingsActions | null;
};

const orderOf = ({ currency, mcc, channel, window }: LimitTemplate): string =>
  [currency, mcc, TEMPLATE_CHANNELS.indexOf(channel), TEMPLATE_WINDOWS.indexOf(window)].join("|");

/** What a new merchant's limits begin with, by tier. */
export function TemplateTables({ templates, timeZone, actions }: TemplateTablesProps) {
  const t = useTranslations("limitTemplates");
  const tiers = useTranslations("enums.tier");
  return (
    <div className="space-y-6">
      {MERCHANT_TIERS.map((tier) => {
        const lines = templates
          .filter((template) => template.tier === tier)
          .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
        return (
          <Section key={tier} title={tiers(tier)} surface="plain">
            {lines.length === 0 ? (
              <p className="text-muted">{t("none")}</p>
            ) : (
              <Table caption={tiers(tier)} className="md:table-fixed">
                <TableHead>
                  <HeaderCell>{t("column.channel")}</HeaderCell>
                  <HeaderCell>{t("column.window")}</HeaderCell>
                  <HeaderCell>{t("column.mcc")}</HeaderCell>
                  <HeaderCell>{t("column.currency")}</HeaderCell>
                  <HeaderCell numeric>{t("column.maximum")}</HeaderCell>
                  {actions && (
                    <HeaderCell>
                      <span className="sr-only">{t("column.act")}</span>
                    </HeaderCell>
                  )}
                </TableHead>
                <TableBody>
                  {lines.map((template) => (
                    <TemplateRow
                      key={templateKeyText(template)}
                      {...{ template, timeZone, actions }}
                    />
                  ))}
                </TableBody>
              </Table>
            )}
          </Section>
        );
      })}
    </div>
  );
}

type TemplateRowProps = Pick<TemplateTablesProps, "timeZone" | "actions"> & {
  template: LimitTemplate;
};

function TemplateRow({ template, timeZone, actions }: TemplateRowProps) {
  const t = useTranslations("limitTemplates");
  const channels = useTranslations("settings.channel");
  const windows = useTranslations("enums.window");
  const text = useSettingText();
  const { channel, window, mcc, currency, maxAmountMinor } = template;
  const key = templateKeyText(template);
  const same = { maxAmountMinor };
  const { name } = text({ kind: "limit_template", key, before: same, after: same });
  return (
    <Row>
      <Cell primary>{channels(channel)}</Cell>
      <Cell label={t("column.window")}>{windows(window)}</Cell>
      <Cell label={t("column.mcc")}>
        {mcc === "" ? <span className="text-muted">{t("everyMcc")}</span> : mcc}
      </Cell>
      <Cell label={t("column.currency")}>{currency}</Cell>
      <Cell label={t("column.maximum")} numeric>
        <Amount amountMinor={maxAmountMinor} currency={currency} />
      </Cell>
      {actions && (
        <Cell className="md:text-right">
          <ChangeMaximum
            kind="limit_template"
            settingKey={key}
            title={name}
            current={maxAmountMinor}
            noneLabel={t("remove")}
            {...{ currency, timeZone, actions }}
          />
        </Cell>
      )}
    </Row>
  );
}
