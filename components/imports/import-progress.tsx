import { useTranslations } from "next-intl";
import type { Progress } from "@/components/imports/use-import";

/** How far the server says it is; without a number as long as it has none. */
export function ImportProgress({ progress }: { progress: Progress }) {
  const t = useTranslations("imports.progress");
  const phase = progress.kind === "sending" ? "sending" : progress.phase;
  const [done, total] = progress.kind === "sending" ? [0, 0] : [progress.done, progress.total];
  const isCounted = phase === "writing" || phase === "written";
  const text = t(phase, { done, total });
  return (
    <div className="grid gap-1" aria-live="polite">
      <span>{text}</span>
      <progress
        aria-label={text}
        className="h-2 w-full max-w-100 accent-accent"
        {...(isCounted && total > 0 ? { value: done, max: total } : {})}
      />
    </div>
  );
}
