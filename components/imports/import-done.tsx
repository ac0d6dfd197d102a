"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PlainTable } from "@/components/ui/plain-table";
import { Section } from "@/components/ui/section";
import { DownloadButton } from "@/components/imports/download-button";
import { useCellText } from "@/components/imports/use-cell-text";
import type { ImportResult } from "@/lib/contracts/imports/import-preview";

type ImportDoneProps = {
  title: string;
  result: ImportResult;
  /** The way on. */
  again: ReactNode;
};

/** What was done, the file that undoes it, and what no file can undo. */
export function ImportDone({ title, result, again }: ImportDoneProps) {
  const t = useTranslations("imports");
  const text = useCellText(result.noun);
  const { counts, limitBatchId, undo, undoRows, notUndoable, requiredApprovals } = result;
  const atOnce = counts.added + counts.changed - counts.asked;
  return (
    <Section title={title}>
      <div className="grid gap-4">
        <Notice
          tone="pass"
          role="status"
          actions={
            limitBatchId && (
              <LinkButton size="small" href={`/queue/batches/${limitBatchId}`}>
                {t("seeBatch")}
              </LinkButton>
            )
          }
        >
          <p>{t("did", { atOnce, asked: counts.asked, people: requiredApprovals })}</p>
        </Notice>
        {undo !== null && (
          <div className="grid justify-items-start gap-2">
            <p className="max-w-prose text-muted">{t("undoHint", { count: undoRows })}</p>
            <DownloadButton name={`undo-${result.noun}.csv`} content={undo}>
              {t("undo")}
            </DownloadButton>
          </div>
        )}
        {notUndoable.length > 0 && (
          <div>
            <p className="mb-2">{t("notUndoable", { count: notUndoable.length })}</p>
            <PlainTable
              caption={t("notUndoable", { count: notUndoable.length })}
              columns={[
                { key: "line", label: t("line"), numeric: true },
                { key: "what", label: t(`what.${result.noun}`) },
                { key: "why", label: t("why") },
              ]}
              rows={notUndoable.slice(0, 200).map(({ line, after, why }) => ({
                key: String(line),
                cells: {
                  line,
                  what: `${text.subject(after)} · ${after.merchant_id ?? ""}`,
                  why: t(`noUndo.${why}`),
                },
              }))}
            />
          </div>
        )}
        <div>{again}</div>
      </div>
    </Section>
  );
}
