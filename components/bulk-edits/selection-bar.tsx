"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { keepSelection } from "@/components/bulk-edits/kept-selection";
import { useSelection } from "@/components/tables/selection";
import { Button } from "@/components/ui/button";
import { COUNTED_UP_TO } from "@/lib/domain/page";
import { SELECTABLE, type SelectableList } from "@/lib/domain/tables/selectable";

type SelectionBarProps = {
  list: SelectableList;
  query: string;
  found: number;
  merchantId?: string;
};

/** How many rows are selected, the way to all that were found, and what can be done with them. */
export function SelectionBar({ list, query, found, merchantId }: SelectionBarProps) {
  const t = useTranslations("bulkEdits");
  const router = useRouter();
  const { ids, all, clear, chooseAll } = useSelection();
  const { most, act, path } = SELECTABLE[list];
  const count = all ? found : ids.size;
  const isTooMany = count > most;
  const text = count === 0 ? t("noneSelected") : t(`selected.${list}`, { count });
  const goOn = () => {
    keepSelection({ list, merchantId, ...(all ? { query, count } : { ids: [...ids] }) });
    router.push(path);
  };
  return (
    <>
      <p role="status" className="sr-only">
        {text}
      </p>
      {count > 0 && (
        <section
          aria-label={t("bar")}
          className="sticky bottom-3 z-20 max-md:bottom-20 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border bg-raised px-3 py-2 shadow-popup print-hidden"
        >
          <p className="font-medium tabular-nums">{text}</p>
          {!all && found > ids.size && found <= most && (
            <Button size="small" onClick={chooseAll}>
              {t("selectAll", { count: found })}
            </Button>
          )}
          {found > most && (
            <p className="text-meta text-muted">
              {t(found > COUNTED_UP_TO ? "foundTooManyMore" : "foundTooMany", {
                count: Math.min(found, COUNTED_UP_TO),
                most,
              })}
            </p>
          )}
          {isTooMany && (
            <p className="text-meta text-block">{t("tooMany", { most, over: count - most })}</p>
          )}
          <span className="flex flex-wrap gap-2 md:ml-auto">
            <Button onClick={clear}>{t("clear")}</Button>
            <Button variant="primary" onClick={goOn} disabled={isTooMany}>
              {t(act)}
            </Button>
          </span>
        </section>
      )}
    </>
  );
}
