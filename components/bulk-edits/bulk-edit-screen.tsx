"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BulkEditForm } from "@/components/bulk-edits/bulk-edit-form";
import { useKeptSelection } from "@/components/bulk-edits/use-kept-selection";
import { ImportDone } from "@/components/imports/import-done";
import { ImportProgress } from "@/components/imports/import-progress";
import { PreviewView } from "@/components/imports/preview-view";
import { type ImportStage, useImport } from "@/components/imports/use-import";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { emptyBulkEdit } from "@/lib/contracts/bulk-edit-form";
import { Selection, selectedCount } from "@/lib/contracts/imports/bulk-edit";
import { TABLES } from "@/lib/domain/tables/tables";

/** From what was selected to what came of it: say what changes, look, apply. */
export function BulkEditScreen() {
  const t = useTranslations("bulkEdits");
  const selection = useKeptSelection(Selection);
  if (selection === undefined) return <Skeleton className="h-72" />;
  if (selection === null) {
    return (
      <EmptyState
        icon={ListChecks}
        title={t("nothing")}
        action={<LinkButton href="/merchants">{t("toMerchants")}</LinkButton>}
      >
        {t("nothingHint")}
      </EmptyState>
    );
  }
  return <Edit selection={selection} />;
}

const hrefOf = (selection: Selection) => {
  const { path } = TABLES[selection.list];
  return "query" in selection && selection.query ? `${path}?${selection.query}` : path;
};

function Edit({ selection }: { selection: Selection }) {
  const t = useTranslations("bulkEdits");
  const { list } = selection;
  const { stage, problem, edit, apply, restart } = useImport();
  const [filled, setFilled] = useState(() => emptyBulkEdit(list));
  const count = selectedCount(selection);
  const isChoosing = stage.at === "choose" || stage.at === "checking";
  return (
    <div className="grid gap-4">
      <p>
        {t(`selected.${list}`, { count })}{" "}
        <TextLink href={hrefOf(selection)}>{t(`back.${list}`)}</TextLink>
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {isChoosing && (
        <BulkEditForm
          {...{ list, filled }}
          pending={stage.at === "checking"}
          onLook={(asked, form) => {
            setFilled(form);
            void edit({ selection, edit: asked, leavesOut: false });
          }}
        />
      )}
      {stage.at === "checking" && <ImportProgress progress={stage.progress} />}
      {(stage.at === "preview" || stage.at === "applying") && (
        <Preview {...{ stage, apply, restart, edit }} />
      )}
      {stage.at === "done" && (
        <ImportDone
          title={t("done")}
          result={stage.result}
          again={<LinkButton href={hrefOf(selection)}>{t(`back.${list}`)}</LinkButton>}
        />
      )}
    </div>
  );
}

type PreviewProps = {
  stage: Extract<ImportStage, { at: "preview" | "applying" }>;
} & Pick<ReturnType<typeof useImport>, "apply" | "restart" | "edit">;

function Preview({ stage, apply, restart, edit }: PreviewProps) {
  const t = useTranslations("bulkEdits");
  const { upload, preview } = stage;
  const bulk = "bulk" in upload ? upload.bulk : null;
  return (
    <PreviewView
      key={preview.stamp}
      preview={preview}
      isOutdated={stage.at === "preview" && stage.isOutdated}
      progress={stage.at === "applying" ? stage.progress : null}
      words={{ title: t("preview"), restart: t("otherEdit"), faults: t("faultsHint") }}
      onApply={(justification) => apply(upload, preview, justification)}
      onRestart={restart}
      onLeaveOut={bulk && (() => void edit({ ...bulk, leavesOut: true }))}
    />
  );
}
