"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { RenameView } from "@/components/tables/rename-view";
import type { TableActions } from "@/components/tables/table-actions";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { TableName, TableView } from "@/lib/domain/tables/tables";

type ViewChipsProps = {
  table: TableName;
  path: string;
  /** What the address says now, but its page. */
  said: string;
  /** The same with the columns as they are shown: what a view would keep. */
  kept: string;
  views: readonly TableView[];
  actions: TableActions;
};

/** Everything, and each view the person keeps: opened, named anew, made what is shown now, or deleted. */
export function ViewChips({ table, path, said, kept, views, actions }: ViewChipsProps) {
  const t = useTranslations("tables");
  const text = useProblemText();
  const router = useRouter();
  const [, start] = useTransition();
  const [renaming, setRenaming] = useState<string | null>(null);
  if (views.length === 0) return null;
  const run = (act: () => Promise<ActionResult<void>>, done: string, then?: () => void) =>
    start(async () => {
      const answer = await callAction(act);
      if (!answer.ok) return showToast("block", text(answer.problem));
      showToast("pass", done);
      then?.();
    });
  const update = (name: string) =>
    run(
      () => actions.saveView({ table, name, query: kept }),
      t("saved", { name }),
      () => router.push(`${path}?${kept}`, { scroll: false }),
    );
  const remove = (name: string) =>
    run(() => actions.deleteView({ table, name }), t("deleted", { name }));
  return (
    <nav aria-label={t("views")} className="w-full min-w-0">
      <ul className="flex flex-wrap gap-1.5">
        <Chip href={path} name={t("everything")} current={said === ""} />
        {views.map(({ name, query }) => (
          <Chip key={name} href={`${path}?${query}`} name={name} current={said === query}>
            <Menu
              trigger={
                <IconButton
                  label={t("viewMenu", { name })}
                  icon={<ChevronDown aria-hidden className="size-3.5" />}
                  className="-my-1 -mr-1.5 size-7!"
                />
              }
              entries={[
                {
                  kind: "action",
                  key: "rename",
                  label: t("renameView"),
                  onSelect: () => setRenaming(name),
                },
                ...(query === kept
                  ? []
                  : [
                      {
                        ...{ kind: "action" as const, key: "update", label: t("updateView") },
                        onSelect: () => update(name),
                      },
                    ]),
                { kind: "separator", key: "line" },
                {
                  kind: "action",
                  key: "delete",
                  label: t("deleteView"),
                  onSelect: () => remove(name),
                },
              ]}
            />
          </Chip>
        ))}
      </ul>
      {renaming !== null && (
        <RenameView
          {...{ table, name: renaming, renameView: actions.renameView }}
          onClose={() => setRenaming(null)}
        />
      )}
    </nav>
  );
}

type ChipProps = { href: string; name: string; current: boolean; children?: ReactNode };

function Chip({ href, name, current, children }: ChipProps) {
  return (
    <li
      className={classNames(
        "inline-flex min-h-8 max-w-full items-center rounded-full border pointer-coarse:min-h-11",
        current ? "border-accent bg-accent-soft font-medium" : "border-line-strong bg-surface",
        children ? "pr-2" : "",
      )}
    >
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "page" : undefined}
        className={classNames("min-w-0 truncate rounded-full py-1", children ? "pl-3" : "px-3")}
      >
        {name}
      </Link>
      {children}
    </li>
  );
}
