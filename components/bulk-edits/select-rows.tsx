import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { SelectionBar } from "@/components/bulk-edits/selection-bar";
import { SelectPage } from "@/components/tables/select-boxes";
import { Selection } from "@/components/tables/selection";
import type { SelectableList } from "@/lib/domain/tables/selectable";

type SelectRowsProps = {
  list: SelectableList;
  /** What the address of the list says but its order, columns and page. */
  query: string;
  pageIds: readonly string[];
  found: number;
  /** Whose rows they are, where the list is one merchant's. */
  merchantId?: string;
  children: ReactNode;
};

/** A table whose rows can be selected, and what can be done with those that are. */
export function SelectRows(props: SelectRowsProps) {
  const { list, query, pageIds, found, merchantId, children } = props;
  const t = useTranslations("bulkEdits");
  return (
    // Another filter finds other rows: what was selected among the old ones is let go.
    <Selection key={query} pageIds={pageIds}>
      <SelectPage
        shown
        label={t("selectPage", { count: pageIds.length })}
        className="mb-2 min-h-11 px-1 md:hidden"
      />
      {children}
      <SelectionBar {...{ list, query, found, merchantId }} />
    </Selection>
  );
}
