import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_TEXT } from "@/components/ui/tone";

export type TimelineEntry = {
  key: string;
  tone?: Tone;
  title: ReactNode;
  meta?: ReactNode;
  body?: ReactNode;
};

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map((entry, index) => {
        const Icon = TONE_ICON[entry.tone ?? "neutral"];
        return (
          <li key={entry.key} className="relative flex gap-3 pb-4 last:pb-0">
            {index < entries.length - 1 && (
              <span aria-hidden className="absolute top-6 bottom-0 left-2 w-px bg-line-strong" />
            )}
            <Icon
              aria-hidden
              className={classNames(
                "mt-1 size-4 shrink-0 bg-surface",
                TONE_TEXT[entry.tone ?? "neutral"],
              )}
            />
            <div className="min-w-0">
              <p>{entry.title}</p>
              {entry.meta && <p className="text-meta text-muted">{entry.meta}</p>}
              {entry.body && <div className="mt-1">{entry.body}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
