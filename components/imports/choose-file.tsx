"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Section } from "@/components/ui/section";
import { ColumnGuide } from "@/components/imports/column-guide";
import { DownloadButton } from "@/components/imports/download-button";
import type { FileGuide } from "@/lib/contracts/imports/file-guides";
import {
  IMPORT_NOUNS,
  type ImportNoun,
  MOST_BYTES,
  MOST_MERCHANTS,
  MOST_ROWS,
} from "@/lib/domain/imports/import-plan";

// The browser names its own control in its own language, so ours is drawn and the real one hidden.
const FOCUSED = "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2";

type ChooseFileProps = {
  guides: Record<ImportNoun, FileGuide>;
  pending: boolean;
  onChoose: (noun: ImportNoun, file: File) => void;
};

/** What the file holds, which file it is, and how one is written. */
export function ChooseFile({ guides, pending, onChoose }: ChooseFileProps) {
  const t = useTranslations("imports");
  const [noun, setNoun] = useState<ImportNoun>("limits");
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<"noFile" | "tooLargeFile" | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return setFault("noFile");
    if (file.size > MOST_BYTES) return setFault("tooLargeFile");
    onChoose(noun, file);
  };
  return (
    <Section title={t("choose")}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <RadioGroup
          legend={t("holds")}
          name="noun"
          inputProps={(value) => ({
            checked: value === noun,
            onChange: () => setNoun(value as ImportNoun),
          })}
          options={IMPORT_NOUNS.map((value) => ({
            value,
            label: t(`noun.${value}`),
            hint: t(`nounHint.${value}`),
          }))}
        />
        <Field
          label={t("file")}
          hint={t("fileHint", {
            ...{ rows: MOST_ROWS, megabytes: MOST_BYTES / 1_000_000, merchants: MOST_MERCHANTS },
          })}
          error={fault && t(fault, { megabytes: MOST_BYTES / 1_000_000 })}
          required
        >
          {(control) => (
            <span className="flex flex-wrap items-center gap-3">
              <input
                {...control}
                type="file"
                accept=".csv,text/csv"
                className="peer sr-only"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null);
                  setFault(null);
                }}
              />
              <label htmlFor={control.id} className={buttonClass("secondary", "medium", FOCUSED)}>
                {t("chooseFile")}
              </label>
              <span className={file ? undefined : "text-muted"}>
                {file?.name ?? t("noneChosen")}
              </span>
            </span>
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            {t("check")}
          </Button>
          <DownloadButton name={`${noun}.csv`} content={guides[noun].template}>
            {t("template", { noun: t(`noun.${noun}`) })}
          </DownloadButton>
        </div>
        <Disclosure summary={t("guide", { noun: t(`noun.${noun}`) })}>
          <ColumnGuide noun={noun} guide={guides[noun]} />
        </Disclosure>
      </form>
    </Section>
  );
}
