import { useTranslations } from "next-intl";
import { MerchantStatusBadge } from "@/components/merchants/merchant-status";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { MERCHANT_STATUSES, MERCHANT_TIERS, type Merchant } from "@/lib/domain/merchants";
import { Building2 } from "lucide-react";

export type MerchantSearchParams = { q: string; status: string; tier: string };

type MerchantSearchProps = {
  params: MerchantSearchParams;
  merchants: readonly (Merchant & { terminals: number; openRequests: number })[];
  total: number;
  nextHref: string | null;
  isFirst: boolean;
};

const COLUMNS = ["merchant", "mid", "tier", "status", "terminals", "requests"] as const;

/** Merchants by MID, name, TID or serial number. */
export function MerchantSearch(props: MerchantSearchProps) {
  const { params, merchants, total, nextHref, isFirst } = props;
  const t = useTranslations("merchants");
  const tiers = useTranslations("merchants.tier");
  const statuses = useTranslations("merchants.status");
  const list = useTranslations("shell.list");
  const isFiltered = Boolean(params.q || params.status || params.tier);
  const options = <V extends string>(values: readonly V[], words: (value: V) => string) =>
    values.map((value) => ({ value, label: words(value) }));
  return (
    <>
      <FilterBar
        action="/merchants"
        label={t("filter")}
        applyLabel={t("search")}
        clear={isFiltered ? { href: "/merchants", label: t("clear") } : null}
      >
        <Field label={t("searchFor")} className="grow basis-64 sm:max-w-96">
          {(control) => (
            <Input {...control} type="search" name="q" defaultValue={params.q} autoComplete="off" />
          )}
        </Field>
        <Field label={t("column.status")} className="basis-36">
          {(control) => (
            <Select
              {...control}
              name="status"
              defaultValue={params.status}
              emptyLabel={t("any")}
              options={options(MERCHANT_STATUSES, statuses)}
            />
          )}
        </Field>
        <Field label={t("column.tier")} className="basis-36">
          {(control) => (
            <Select
              {...control}
              name="tier"
              defaultValue={params.tier}
              emptyLabel={t("any")}
              options={options(MERCHANT_TIERS, tiers)}
            />
          )}
        </Field>
      </FilterBar>
      {merchants.length === 0 ? (
        <EmptyState icon={Building2} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            {COLUMNS.map((column) => (
              <HeaderCell key={column} numeric={column === "terminals" || column === "requests"}>
                {t(`column.${column}`)}
              </HeaderCell>
            ))}
          </TableHead>
          <TableBody>
            {merchants.map((merchant) => (
              <Row key={merchant.merchantId}>
                <Cell primary>
                  <TextLink href={`/merchants/${merchant.merchantId}`}>
                    {merchant.tradingName}
                  </TextLink>
                </Cell>
                <Cell label={t("column.mid")} className="tabular-nums">
                  {merchant.merchantId}
                </Cell>
                <Cell label={t("column.tier")}>{tiers(merchant.tier)}</Cell>
                <Cell label={t("column.status")}>
                  <MerchantStatusBadge status={merchant.status} />
                </Cell>
                <Cell label={t("column.terminals")} numeric>
                  {merchant.terminals}
                </Cell>
                <Cell label={t("column.requests")} numeric>
                  {merchant.openRequests || "–"}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        summary={total > 10_000 ? t("foundMany") : t("found", { count: total })}
        previousHref={isFirst ? null : "/merchants"}
        nextHref={nextHref}
        labels={{ nav: t("pages"), previous: t("start"), next: list("next") }}
      />
    </>
  );
}
