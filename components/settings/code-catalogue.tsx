import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";

type CatalogueCode = {
  code: string;
  meaning: { en: string; zh: string };
  category: string;
  emitters: readonly string[];
  predictable: string;
  merchantAction: { en: string; zh: string };
};

type CodeCatalogueProps = { title: string; codes: readonly CatalogueCode[] };

/** Every code of a profile: what it means, who sends it, and whether a check can foresee it. */
export function CodeCatalogue({ title, codes }: CodeCatalogueProps) {
  const t = useTranslations("settings.code");
  const own = useLocale() === "zh-CN" ? "zh" : "en";
  const other = own === "zh" ? "en" : "zh";
  return (
    <Section title={title} aside={t("count", { count: codes.length })} surface="plain">
      <Disclosure summary={t("show")}>
        <Table caption={title}>
          <TableHead>
            <HeaderCell>{t("code")}</HeaderCell>
            <HeaderCell>{t("meaning")}</HeaderCell>
            <HeaderCell>{t("categoryTitle")}</HeaderCell>
            <HeaderCell>{t("emitters")}</HeaderCell>
            <HeaderCell>{t("predictableTitle")}</HeaderCell>
            <HeaderCell>{t("action")}</HeaderCell>
          </TableHead>
          <TableBody>
            {codes.map((code) => (
              <Row key={code.code}>
                <Cell primary className="tabular-nums">
                  {code.code}
                </Cell>
                <Cell prose label={t("meaning")}>
                  <span>
                    {code.meaning[own]}
                    <span
                      lang={other === "zh" ? "zh-CN" : "en"}
                      className="block text-meta text-muted"
                    >
                      {code.meaning[other]}
                    </span>
                  </span>
                </Cell>
                <Cell label={t("categoryTitle")} className="whitespace-nowrap">
                  {t(`category.${code.category as "card"}`)}
                </Cell>
                <Cell label={t("emitters")}>
                  {code.emitters.map((one) => t(`emitter.${one as "issuer"}`)).join(" · ")}
                </Cell>
                <Cell label={t("predictableTitle")} className="whitespace-nowrap">
                  {t(`predictable.${code.predictable as "yes"}`)}
                </Cell>
                <Cell prose label={t("action")} className="text-meta">
                  {code.merchantAction[own]}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Disclosure>
    </Section>
  );
}
