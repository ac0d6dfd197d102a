"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { LowerDialog } from "@/components/limit-requests/lower-dialog";
import { PeriodFields } from "@/components/limit-requests/period-fields";
import { RequestBounds } from "@/components/limit-requests/request-bounds";
import { RequestConsequence } from "@/components/limit-requests/request-consequence";
import {
  SubmitProblem,
  type SubmitRequestActions,
  useSubmitRequest,
} from "@/components/limit-requests/use-submit-request";
import { useDraft } from "@/components/limit-requests/use-draft";
import { useFaultText } from "@/components/limit-requests/use-fault-text";
import {
  askedOf,
  boundsOf,
  emptyForm,
  LimitRequestForm as Form,
  type LimitRequestInput,
} from "@/lib/contracts/limit-request-form";
import { periodOf } from "@/lib/contracts/period-form";
import type { CutOver } from "@/lib/domain/business-day";
import { businessDateAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";
import { previewRequest } from "@/lib/domain/limit-requests/preview-request";
import type { LimitIdentity, LimitValues, LimitVersion } from "@/lib/domain/limits/limit";

export type LimitRequestFormProps = {
  limit: LimitIdentity & { versions: readonly LimitVersion[] };
  current: LimitValues;
  suggested: Partial<LimitValues>;
  thresholdMinor: number | null;
  warnPercent: number;
  decisionTime: DecisionTime;
  cutOver: CutOver;
  now: Instant;
  actions: SubmitRequestActions;
  /** Where the values come from; said until they are edited. */
  source?: ReactNode;
};

/** Faults that come of the values typed. */
const OF_VALUES: readonly string[] = ["changes_nothing", "minimum_above_maximum"];

const VALUE_FIELDS = [
  ...(["maxAmount", "maxCount", "minAmount"] as const),
  ...(["noMaxAmount", "noMaxCount", "noMinAmount"] as const),
];

/** Asks for other values of a limit; says beforehand what will change and who must agree. */
export function LimitRequestForm(props: LimitRequestFormProps) {
  const { limit, current, suggested, thresholdMinor, warnPercent, cutOver, now, actions } = props;
  const t = useTranslations("limitRequests");
  const fault = useFaultText();
  const known = { currency: limit.currency, current };
  const form = useForm<Form>({
    resolver: zodResolver(Form),
    defaultValues: emptyForm(known, suggested),
  });
  const [lowering, setLowering] = useState<LimitRequestInput | null>(null);
  const submit = useSubmitRequest(actions);

  const { dirtyFields } = form.formState;
  const isEdited = VALUE_FIELDS.some((field) => dirtyFields[field]);
  const values = { ...form.getValues(), ...useWatch({ control: form.control }) };
  const draft = useDraft(
    form,
    values,
    `limit-request ${limit.limitId} ${JSON.stringify(suggested)}`,
  );
  const bounds = boundsOf(values, known);
  const asked = askedOf(bounds.values, known);
  const period = periodOf(values, now, cutOver);
  const preview = previewRequest({
    limit,
    asked,
    period,
    context: { now, warnPercent, thresholdMinor },
  });
  // What cannot be read says nothing about the limit; the field tells.
  const isReadable = bounds.faults.length === 0;
  const faults = preview.ok
    ? []
    : preview.faults.filter(({ code }) => isReadable || !OF_VALUES.includes(code));
  const isSendable = preview.ok && isReadable;

  const sendNow = async (input: LimitRequestInput) => {
    draft.forget();
    await submit.send(input);
    draft.keep();
  };
  const send = form.handleSubmit(async ({ justification }) => {
    if (!isSendable) return;
    const input = { limitId: limit.limitId, asked, justification, ...period };
    if (preview.isTightening) setLowering(input);
    else await sendNow(input);
  });

  return (
    <form onSubmit={send} noValidate className="space-y-5">
      {!isEdited && props.source}
      <RequestBounds form={form} limit={limit} current={current} faults={bounds.faults} />
      <FormProvider {...form}>
        <PeriodFields today={businessDateAt(now, cutOver)} />
      </FormProvider>
      <Field
        label={t("justification")}
        hint={t("justificationHint")}
        error={form.formState.errors.justification && t("fault.justification")}
        required
      >
        {(aria) => (
          <Textarea {...aria} {...form.register("justification")} maxLength={2000} rows={3} />
        )}
      </Field>
      <div aria-live="polite" className="space-y-3">
        {preview.ok && isSendable && (
          <RequestConsequence {...props} preview={preview} currency={limit.currency} />
        )}
        {faults.map(({ code, pointer }) => (
          <Notice
            key={`${pointer} ${code}`}
            tone={code === "changes_nothing" ? "neutral" : "block"}
          >
            {fault(code)}
          </Notice>
        ))}
      </div>
      {submit.problem && <SubmitProblem problem={submit.problem} />}
      <Button type="submit" variant="primary" pending={submit.pending} disabled={!isSendable}>
        {preview.ok && preview.isTightening ? t("lower") : t("send")}
      </Button>
      {preview.ok && (
        <LowerDialog
          open={lowering !== null}
          onClose={() => setLowering(null)}
          onConfirm={async () => {
            if (lowering) await sendNow(lowering);
          }}
          preview={preview}
          current={current}
          currency={limit.currency}
        />
      )}
      {submit.passwordDialog}
    </form>
  );
}
