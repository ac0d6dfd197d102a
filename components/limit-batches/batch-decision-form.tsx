"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, type UseFormReturn, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { BatchConfirm } from "@/components/limit-batches/batch-confirm";
import type { BatchShown } from "@/components/limit-batches/batch-shown";
import { type BatchActions, useBatchDecision } from "@/components/limit-batches/use-batch-actions";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { BatchForm, batchDecisionOf, type BatchDecisionSent } from "@/lib/contracts/limit-batches";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";

type BatchDecisionFormProps = { view: BatchShown; decide: BatchActions["decide"] };

/** Approve all as asked, or reject all; what follows is confirmed before anything is sent. */
export function BatchDecisionForm({ view, decide }: BatchDecisionFormProps) {
  const t = useTranslations("batches");
  const decision = useTranslations("decision");
  const { batch, offers } = view;
  const { approve } = offers;
  const form = useForm<BatchForm>({
    resolver: zodResolver(BatchForm),
    defaultValues: {
      ...{ act: approve.ok ? "approve" : "reject", reasoning: "", rejection: "", note: "" },
    },
  });
  const [confirming, setConfirming] = useState<BatchDecisionSent | null>(null);
  const { problem, send } = useBatchDecision(decide);
  const act = useWatch({ control: form.control, name: "act" });
  const outcome = approve.ok && approve.outcome === "approved" ? "approved" : "first_approval";
  const submit = form.handleSubmit((filled) =>
    setConfirming(batchDecisionOf(filled, batch.limitBatchId, outcome)),
  );
  const refusal = problem?.extra.refusal;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <RadioGroup
        legend={decision("decide")}
        legendHidden
        name="act"
        inputProps={() => form.register("act")}
        options={[
          {
            value: "approve",
            label: t("act.approve", { limits: batch.limitsCount }),
            hint: approve.ok
              ? outcome === "first_approval" && t("hint.first")
              : t(`refused.${approve.refusal}`),
            disabled: !approve.ok,
          },
          { value: "reject", label: t("act.reject"), hint: t("hint.reject") },
        ]}
      />
      <BatchTexts form={form} act={act} />
      {problem &&
        (refusal === "batch_outdated" ? (
          <p role="alert" className="text-block">
            {t("batchOutdated", { mid: String(problem.extra.merchant_id) })}
          </p>
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      <div>
        <Button type="submit" variant={act === "reject" ? "danger" : "primary"}>
          {decision(`send.${act === "reject" ? "reject" : outcome}`)}
        </Button>
      </div>
      <BatchConfirm
        batch={batch}
        sent={confirming}
        onClose={() => setConfirming(null)}
        onConfirm={send}
      />
    </form>
  );
}

type BatchTextsProps = { form: UseFormReturn<BatchForm>; act: BatchForm["act"] };

function BatchTexts({ form, act }: BatchTextsProps) {
  const t = useTranslations("decision");
  const rejection = useRejectionText();
  const { errors } = form.formState;
  const isOther = useWatch({ control: form.control, name: "rejection" }) === "other";
  const needsNote = act === "reject" && isOther;
  const faultOf = (name: "reasoning" | "note") => {
    const code = errors[name]?.message as "reasoning" | undefined;
    return code && t(`fault.${code}`);
  };
  return (
    <>
      {act === "approve" ? (
        <Field
          label={t("reasoning")}
          hint={t("reasoningHint")}
          error={faultOf("reasoning")}
          required
        >
          {(aria) => (
            <Textarea {...aria} {...form.register("reasoning")} rows={2} maxLength={1000} />
          )}
        </Field>
      ) : (
        <Field label={t("rejection")} error={errors.rejection && t("fault.rejection")} required>
          {(aria) => (
            <Select
              {...aria}
              {...form.register("rejection")}
              emptyLabel={t("choose")}
              options={REJECTION_REASONS.map((value) => ({ value, label: rejection(value) }))}
            />
          )}
        </Field>
      )}
      <Field
        label={t("note")}
        hint={needsNote ? undefined : t("noteOptional")}
        error={faultOf("note")}
        required={needsNote}
      >
        {(aria) => <Textarea {...aria} {...form.register("note")} rows={2} maxLength={1000} />}
      </Field>
    </>
  );
}
