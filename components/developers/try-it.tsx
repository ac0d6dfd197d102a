"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef } from "react";
import { TryAnswerView, TryOutcome } from "@/components/developers/try-answer";
import { TryKeyField } from "@/components/developers/try-key-field";
import { useTry } from "@/components/developers/use-try";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Keys } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import type { DraftInput, DraftValues, RequestDraft } from "@/lib/contracts/request-draft";

type TryItProps = {
  operation: string;
  draft: RequestDraft;
  values: DraftValues;
  onChange: (values: DraftValues) => void;
};

function InputLabel({ name, isRequired }: DraftInput) {
  const t = useTranslations("developers");
  return (
    <>
      <code className="font-mono" lang="en">
        {name}
      </code>{" "}
      <span className="text-meta font-normal text-muted">
        {t(isRequired ? "required" : "optional")}
      </span>
    </>
  );
}

/** One operation asked for real, with a test key; what comes back stands below. */
export function TryIt({ operation, draft, values, onChange }: TryItProps) {
  const t = useTranslations("tryIt");
  const form = useRef<HTMLFormElement>(null);
  const { faults, pending, result, send } = useTry(draft, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
    // The faults are drawn first.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(),
    );
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const setInput = (name: string, value: string) =>
    onChange({ ...values, inputs: { ...values.inputs, [name]: value } });
  return (
    <div className="space-y-4 border-s-2 ps-4">
      <form
        ref={form}
        method="post"
        noValidate
        aria-label={t("of", { operation })}
        onSubmit={submit}
        className="space-y-3"
      >
        {draft.needsKey && <TryKeyField fault={faults.key} />}
        {draft.inputs.length > 0 && (
          <div className="grid gap-3 sm:grid-cols-2">
            {draft.inputs.map((input) => (
              <Field
                key={input.name}
                label={<InputLabel {...input} />}
                required={input.isRequired}
                error={faults.inputs.includes(input.name) && t("inputFault")}
              >
                {(aria) => (
                  <Input
                    {...aria}
                    value={values.inputs[input.name] ?? ""}
                    placeholder={input.example}
                    autoComplete="off"
                    spellCheck={false}
                    onChange={(event) => setInput(input.name, event.target.value)}
                    className="font-mono"
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        {draft.body !== undefined && (
          <Field label={t("body")} error={faults.body && t("bodyFault")}>
            {(aria) => (
              <Textarea
                {...aria}
                value={values.body}
                spellCheck={false}
                lang="en"
                onKeyDown={submitByKey}
                onChange={(event) => onChange({ ...values, body: event.target.value })}
                className="font-mono"
              />
            )}
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button type="submit" variant="primary" pending={pending}>
            {t(pending ? "sending" : "send")}
          </Button>
          {draft.body !== undefined && (
            <span className="inline-flex pointer-coarse:hidden">
              <Keys keys={["Ctrl/⌘", "↵"]} />
            </span>
          )}
          {draft.isOnce && <p className="text-meta text-muted">{t("once")}</p>}
        </div>
      </form>
      <TryOutcome {...{ result, pending }} />
      {result && <TryAnswerView {...{ operation, result }} />}
    </div>
  );
}
