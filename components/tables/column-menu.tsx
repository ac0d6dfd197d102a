"use client";

import { Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { TableActions } from "@/components/tables/table-actions";
import { DENSITIES, type Density, type TableName } from "@/lib/domain/tables/tables";

type ColumnMenuProps = {
  table: TableName;
  columns: readonly { name: string; label: string; fixed: boolean }[];
  shown: readonly string[];
  density: Density;
  /** The address without its own columns; where to go once the person chose others. */
  clearHref: string | null;
  setLayout: TableActions["setLayout"];
};

type Layout = { columns: readonly string[]; density: Density };

/** Which columns stand and how close the rows do; kept with the person as soon as it is chosen. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { table, columns, shown, density, clearHref, setLayout } = props;
  const t = useTranslations("tables");
  const text = useProblemText();
  const router = useRouter();
  const [layout, setWanted] = useOptimistic<Layout>({ columns: shown, density });
  const [, start] = useTransition();
  const keep = (next: Layout) =>
    start(async () => {
      setWanted(next);
      const wanted = { table, columns: [...next.columns], density: next.density };
      const answer = await callAction(() => setLayout(wanted));
      if (!answer.ok) showToast("block", text(answer.problem));
      else if (clearHref) router.replace(clearHref, { scroll: false });
    });
  const toggle = (name: string, on: boolean) =>
    keep({
      ...layout,
      columns: columns
        .filter((column) => (column.name === name ? on : layout.columns.includes(column.name)))
        .map((column) => column.name),
    });
  return (
    <Menu
      trigger={
        <Button>
          <Columns3 aria-hidden className="size-4" />
          {t("columns")}
        </Button>
      }
      entries={[
        {
          kind: "toggles",
          key: "columns",
          label: t("columns"),
          options: columns.map(({ name, label, fixed }) => ({
            ...{ value: name, label, fixed },
            on: fixed || layout.columns.includes(name),
          })),
          onChange: toggle,
        },
        { kind: "separator", key: "line" },
        {
          kind: "choice",
          key: "density",
          label: t("density"),
          value: layout.density,
          options: DENSITIES.map((value) => ({ value, label: t(value) })),
          onChange: (value) => keep({ ...layout, density: value as Density }),
        },
      ]}
    />
  );
}
