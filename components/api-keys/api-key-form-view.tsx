"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { ApiKeyForm as Form } from "@/lib/contracts/api-key-form";
import { SCOPES } from "@/lib/domain/access/actor";
import { DEFAULT_RATE_PER_SECOND } from "@/lib/domain/access/api-key";
import { MODES } from "@/lib/domain/mode";

export type CreateKeyActions = {
  createKey: (input: Form) => Promise<ActionResult<{ key: string }>>;
  confirmPassword: ConfirmPassword;
};

type ApiKeyFormViewProps = {
  mayChooseRate: boolean;
  actions: CreateKeyActions;
  onCreated: (key: string) => void;
};

const EMPTY: Form = {
  ...{ name: "", mode: "live", scopes: [], ratePerSecond: DEFAULT_RATE_PER_SECOND },
};

/** What a new key is called, may do and how often. */
export function ApiKeyFormView({ mayChooseRate, actions, onCreated }: ApiKeyFormViewProps) {
  const t = useTranslations("apiKeys");
  const scope = useTranslations("audit.scope");
  const scopesFaultId = useId();
  const form = useForm<Form>({ resolver: zodResolver(Form), defaultValues: EMPTY });
  const fresh = useFreshPassword(actions.confirmPassword);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const { errors, isSubmitting } = form.formState;
  const fault = (field: keyof typeof errors) => {
    const code = errors[field]?.message;
    return code && t(`fault.${code as "missing"}`);
  };
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const answer = await fresh.run(() => actions.createKey(values));
    if (answer?.ok) return onCreated(answer.data.key);
    if (!answer) return;
    const [first] = answer.problem.fields;
    const field = first?.pointer.slice(1);
    if (!first || !field || !(field in EMPTY)) return setProblem(answer.problem);
    form.setError(field as keyof Form, { message: first.code }, { shouldFocus: true });
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      {problem && <ProblemNotice problem={problem} />}
      <Field label={t("name")} hint={t("nameHint")} error={fault("name")} required>
        {(aria) => <Input {...aria} {...form.register("name")} maxLength={60} autoComplete="off" />}
      </Field>
      <RadioGroup
        legend={t("mode.legend")}
        name="mode"
        inputProps={() => form.register("mode")}
        options={MODES.map((mode) => ({
          ...{ value: mode, label: t(`mode.${mode}`), hint: t(`modeHint.${mode}`) },
        }))}
      />
      <fieldset aria-describedby={errors.scopes ? scopesFaultId : undefined}>
        <legend className="mb-1 font-medium">{t("column.scopes")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {SCOPES.map((one) => (
            <Checkbox
              key={one}
              {...form.register("scopes")}
              value={one}
              label={scope(one)}
              hint={<span className="font-mono">{one}</span>}
            />
          ))}
        </div>
        {errors.scopes && (
          <p id={scopesFaultId} className="text-meta text-block">
            {fault("scopes")}
          </p>
        )}
      </fieldset>
      {mayChooseRate && (
        <Field label={t("rateField")} hint={t("rateHint")} error={fault("ratePerSecond")} required>
          {(aria) => (
            <Input
              {...aria}
              {...form.register("ratePerSecond", { valueAsNumber: true })}
              inputMode="numeric"
              className="max-w-32"
            />
          )}
        </Field>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {t("make")}
        </Button>
      </div>
      {fresh.dialog}
    </form>
  );
}
