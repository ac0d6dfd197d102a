"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { TableActions } from "@/components/tables/table-actions";
import type { TableName, TableView } from "@/lib/domain/tables/tables";

type ViewChipsProps = {
  table: TableName;
  path: string;
  /** What the address says now, but its page. */
  said: string;
  views: readonly TableView[];
  deleteView: TableActions["deleteView"];
};

/** Everything, and each view the person keeps; the one that is open can be deleted. */
export function ViewChips({ table, path, said, views, deleteView }: ViewChipsProps) {
  const t = useTranslations("tables");
  const text = useProblemText();
  const [pending, start] = useTransition();
  if (views.length === 0) return null;
  const remove = (name: string) =>
    start(async () => {
      const answer = await callAction(() => deleteView({ table, name }));
      if (answer.ok) showToast("pass", t("deleted", { name }));
      else showToast("block", text(answer.problem));
    });
  return (
    <nav aria-label={t("views")} className="w-full min-w-0">
      <ul className="flex flex-wrap gap-1.5">
        <Chip href={path} name={t("everything")} current={said === ""} />
        {views.map(({ name, query }) => (
          <Chip key={name} href={`${path}?${query}`} name={name} current={said === query}>
            <IconButton
              label={t("deleteView", { name })}
              icon={<X aria-hidden className="size-3.5" />}
              disabled={pending}
              onClick={() => remove(name)}
              className="-my-1 -mr-1.5 size-7!"
            />
          </Chip>
        ))}
      </ul>
    </nav>
  );
}

type ChipProps = { href: string; name: string; current: boolean; children?: React.ReactNode };

function Chip({ href, name, current, children }: ChipProps) {
  return (
    <li
      className={classNames(
        "inline-flex min-h-8 max-w-full items-center rounded-full border pointer-coarse:min-h-11",
        current ? "border-accent bg-accent-soft font-medium" : "border-line-strong bg-surface",
        current && children ? "pr-2" : "",
      )}
    >
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "page" : undefined}
        className="min-w-0 truncate rounded-full px-3 py-1"
      >
        {name}
      </Link>
      {current && children}
    </li>
  );
}
