"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ChooseFile } from "@/components/imports/choose-file";
import { ImportDone } from "@/components/imports/import-done";
import { ImportProgress } from "@/components/imports/import-progress";
import { PreviewView } from "@/components/imports/preview-view";
import { type Upload, useImport } from "@/components/imports/use-import";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import type { FileGuide } from "@/lib/contracts/imports/file-guides";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";

type ImportScreenProps = { guides: Record<ImportNoun, FileGuide> };

const nameOf = (upload: Upload) => ("name" in upload ? upload.name : "");

/** From a file to what came of it: choose, look, apply. */
export function ImportScreen({ guides }: ImportScreenProps) {
  const t = useTranslations("imports");
  const { stage, problem, check, apply, restart } = useImport();
  const router = useRouter();
  const isDone = stage.at === "done";
  useEffect(() => {
    // The list of batches below is the server's.
    if (isDone) router.refresh();
  }, [isDone, router]);
  return (
    <div className="grid gap-4">
      {problem && <ProblemNotice problem={problem} />}
      {(stage.at === "choose" || stage.at === "checking") && (
        <ChooseFile guides={guides} pending={stage.at === "checking"} onChoose={check} />
      )}
      {stage.at === "checking" && <ImportProgress progress={stage.progress} />}
      {(stage.at === "preview" || stage.at === "applying") && (
        <PreviewView
          key={stage.preview.stamp}
          words={{
            title: t("preview", { name: nameOf(stage.upload) }),
            restart: t("otherFile"),
            faults: t("hasFaultsHint"),
          }}
          preview={stage.preview}
          isOutdated={stage.at === "preview" && stage.isOutdated}
          progress={stage.at === "applying" ? stage.progress : null}
          onApply={(justification) => apply(stage.upload, stage.preview, justification)}
          onRestart={restart}
        />
      )}
      {stage.at === "done" && (
        <ImportDone
          title={t("doneTitle", { name: nameOf(stage.upload) })}
          result={stage.result}
          again={<Button onClick={restart}>{t("another")}</Button>}
        />
      )}
    </div>
  );
}
