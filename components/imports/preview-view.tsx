"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { ApplyForm } from "@/components/imports/apply-form";
import { EffectOnCharges } from "@/components/imports/effect-on-charges";
import { FaultRows } from "@/components/imports/fault-rows";
import { ImportProgress } from "@/components/imports/import-progress";
import { PreviewRows } from "@/components/imports/preview-rows";
import type { Progress } from "@/components/imports/use-import";
import type { ImportPreview } from "@/lib/contracts/imports/import-preview";

const PER_PAGE = 50;

type PreviewViewProps = {
  words: { title: string; restart: string; faults: string };
  preview: ImportPreview;
  isOutdated: boolean;
  /** While it is being applied. */
  progress: Progress | null;
  onApply: (justification: string) => void;
  onRestart: () => void;
  /** Where the other rows need not wait for those at fault. */
  onLeaveOut?: (() => void) | null;
};

/** What an import would do, row by row, and the way to do it; nothing while any row is at fault. */
export function PreviewView(props: PreviewViewProps) {
  const { words, preview, isOutdated, progress, onApply, onRestart, onLeaveOut } = props;
  const t = useTranslations("imports");
  const { counts } = preview;
  const changes = counts.added + counts.changed;
  const [onlyFaults, setOnlyFaults] = useState(counts.faults > 0);
  return (
    <div className="grid gap-4">
      <Section
        title={words.title}
        aside={
          <Button size="small" onClick={onRestart} disabled={progress !== null}>
            {words.restart}
          </Button>
        }
      >
        <p aria-live="polite" className="mb-3">
          {t("counts", counts)}
        </p>
        {isOutdated && (
          <Notice tone="warn" role="alert" className="mb-3">
            {t("outdated")}
          </Notice>
        )}
        {counts.faults > 0 && (
          <Notice
            tone="block"
            title={t("hasFaults", { count: counts.faults })}
            actions={
              onLeaveOut &&
              changes > 0 && (
                <Button size="small" onClick={onLeaveOut}>
                  {t("leaveOut", { count: counts.faults })}
                </Button>
              )
            }
          >
            {words.faults}
          </Notice>
        )}
        <EffectOnCharges preview={preview} />
        {counts.faults === 0 && changes === 0 && <Notice tone="pass">{t("nothingToDo")}</Notice>}
        {counts.faults === 0 &&
          changes > 0 &&
          (progress ? (
            <ImportProgress progress={progress} />
          ) : (
            <ApplyForm preview={preview} onApply={onApply} />
          ))}
      </Section>
      {counts.faults > 0 && changes > 0 && (
        <div className="flex flex-wrap gap-2" role="group" aria-label={t("show")}>
          <Button
            className="aria-pressed:bg-accent-soft"
            aria-pressed={onlyFaults}
            onClick={() => setOnlyFaults(true)}
          >
            {t("onlyFaults", { count: counts.faults })}
          </Button>
          <Button
            className="aria-pressed:bg-accent-soft"
            aria-pressed={!onlyFaults}
            onClick={() => setOnlyFaults(false)}
          >
            {t("changes", { count: changes })}
          </Button>
        </div>
      )}
      {onlyFaults ? (
        <Paged key="faults" rows={preview.faults}>
          {(faults) => <FaultRows caption={t("faults")} faults={faults} />}
        </Paged>
      ) : (
        <Paged key="rows" rows={preview.rows}>
          {(rows) => <PreviewRows noun={preview.noun} rows={rows} />}
        </Paged>
      )}
      {preview.leftOut.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-medium">{t("leftOut", { count: preview.leftOut.length })}</h2>
          <Paged rows={preview.leftOut}>
            {(faults) => <FaultRows caption={t("leftOutCaption")} faults={faults} />}
          </Paged>
        </section>
      )}
    </div>
  );
}

type PagedProps<T> = { rows: readonly T[]; children: (page: readonly T[]) => React.ReactNode };

/** A page of rows the browser already holds. */
function Paged<T>({ rows, children }: PagedProps<T>) {
  const t = useTranslations("imports");
  const list = useTranslations("shell.list");
  const [start, setStart] = useState(0);
  if (rows.length === 0) return null;
  const to = Math.min(start + PER_PAGE, rows.length);
  return (
    <div>
      {children(rows.slice(start, to))}
      <nav
        aria-label={t("pages")}
        className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted"
      >
        <p aria-live="polite">{list("range", { from: start + 1, to, count: rows.length })}</p>
        <span className="flex gap-2">
          {start > 0 && (
            <Button size="small" onClick={() => setStart(start - PER_PAGE)}>
              {list("previous")}
            </Button>
          )}
          {to < rows.length && (
            <Button size="small" onClick={() => setStart(start + PER_PAGE)}>
              {list("next")}
            </Button>
          )}
        </span>
      </nav>
    </div>
  );
}
