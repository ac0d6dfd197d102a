import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextLink } from "@/components/ui/text-link";
import { type Tone, TONE_TEXT } from "@/components/ui/tone";

export type Task = {
  key: string;
  href: string;
  title: ReactNode;
  meta: ReactNode;
  aside: ReactNode;
};

type TaskListProps = {
  title: string;
  /** The number, as it is written: "1,000+" where nobody counted further. */
  count: string;
  tone: Tone;
  tasks: readonly Task[];
  /** Said in place of an empty list. */
  none: string;
  all: { href: string; label: string } | null;
};

/** One kind of work: how much there is, the first of it, and the way to all. */
export function TaskList({ title, count, tone, tasks, none, all }: TaskListProps) {
  const isEmpty = tasks.length === 0;
  return (
    <div className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-medium">
          {title}{" "}
          <span className={classNames("ml-1", isEmpty ? "text-muted" : TONE_TEXT[tone])}>
            {count}
          </span>
        </h3>
        {!isEmpty && all && (
          <TextLink href={all.href} className="text-meta">
            {all.label}
          </TextLink>
        )}
      </div>
      {isEmpty ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-pass" />
          {none}
        </p>
      ) : (
        <ul className="mt-1">
          {tasks.map((task) => (
            <li key={task.key}>
              <Link
                href={task.href}
                className="-mx-2 flex items-baseline justify-between gap-4 rounded-control px-2 py-1 hover:bg-sunken pointer-coarse:py-2"
              >
                <span className="min-w-0">
                  <span className="block underline max-sm:line-clamp-2 sm:truncate decoration-line-strong underline-offset-4">
                    {task.title}
                  </span>
                  <span className="block text-meta max-sm:line-clamp-2 sm:truncate text-muted">
                    {task.meta}
                  </span>
                </span>
                <span className="shrink-0 text-right">{task.aside}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
