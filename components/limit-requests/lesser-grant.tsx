"use client";

import { useTranslations } from "next-intl";
import { useController, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AmountField } from "@/components/money/amount-field";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import type { DecisionForm, GrantFormFault } from "@/lib/contracts/decision-form";
import type { AskedField } from "@/lib/domain/limit-requests/grant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

type LesserGrantProps = {
  form: UseFormReturn<DecisionForm>;
  request: LimitRequest;
  faults: readonly GrantFormFault[];
};

/** The values to grant instead, one field per bound asked about, and the days they hold. */
export function LesserGrant({ form, request, faults }: LesserGrantProps) {
  const t = useTranslations("decision");
  const fault = useGrantFault(faults);
  return (
    <div className="grid gap-3">
      {request.asked.map((field) => (
        <GrantedBound
          key={field}
          form={form}
          field={field}
          request={request}
          error={fault(field)}
        />
      ))}
      <div className="grid grid-cols-2 gap-3">
        {(["startsOn", "endsOn"] as const).map((name) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)} error={fault(name)}>
            {(aria) => <Input {...aria} {...form.register(name)} type="date" />}
          </Field>
        ))}
      </div>
    </div>
  );
}

function useGrantFault(faults: readonly GrantFormFault[]) {
  const t = useTranslations("decision.fault");
  const money = useTranslations("money.fault");
  return (field: GrantFormFault["field"]): string | undefined => {
    const code = faults.find((fault) => fault.field === field)?.code;
    if (code === undefined) return undefined;
    const known = code as "not_a_count";
    return t.has(known) ? t(known) : money(code as "empty");
  };
}

type GrantedBoundProps = Pick<LesserGrantProps, "form" | "request"> & {
  field: AskedField;
  error: string | undefined;
};

function GrantedBound({ form, request, field, error }: GrantedBoundProps) {
  const t = useTranslations("limitRequests");
  const bound = useBoundText(request.currency);
  const { ref, value, onChange, onBlur } = useController({
    control: form.control,
    name: field,
  }).field;
  const label = t(`field.${field}`);
  const hint = t("now", { value: bound(request.current, field) });
  if (field === "max_count") {
    return (
      <Field label={label} hint={hint} error={error}>
        {(aria) => (
          <Input
            {...aria}
            {...{ ref, value, onChange, onBlur, name: field }}
            inputMode="numeric"
            autoComplete="off"
            className="text-right"
          />
        )}
      </Field>
    );
  }
  return (
    <AmountField
      {...{ ref, onBlur, label, hint, error, name: field }}
      currency={request.currency}
      text={value}
      onTextChange={onChange}
    />
  );
}
