"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";

type CheckRecordProps = { checkId: string; answerJson: string };

/** The number of a check to quote, and the answer exactly as a till would get it. */
export function CheckRecord({ checkId, answerJson }: CheckRecordProps) {
  const t = useTranslations("check");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-meta">
      <span className="flex flex-wrap items-center gap-1">
        <code className="font-mono">{checkId}</code>
        <CopyButton text={checkId} label={t("copyId")} copiedLabel={t("copied")} />
      </span>
      <Disclosure
        summary={t("asJson")}
        className="min-w-0 basis-full text-data sm:basis-auto sm:open:basis-full"
      >
        <pre
          // A box that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="max-h-80 overflow-auto rounded-control border bg-surface p-2 font-mono text-meta"
        >
          {answerJson}
        </pre>
        <CopyButton text={answerJson} label={t("copyJson")} copiedLabel={t("copied")} />
      </Disclosure>
    </div>
  );
}
