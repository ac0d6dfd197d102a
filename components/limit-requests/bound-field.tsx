"use client";

import { useTranslations } from "next-intl";
import { useController, type Control } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AmountField } from "@/components/money/amount-field";
import type { LimitRequestForm } from "@/lib/contracts/limit-request-form";

type BoundFieldProps = {
  control: Control<LimitRequestForm>;
  field: "maxAmount" | "maxCount" | "minAmount";
  none: "noMaxAmount" | "noMaxCount" | "noMinAmount";
  label: string;
  noneLabel: string;
  currency: string;
  /** What the limit allows now, said below the field. */
  now: string;
  error?: string;
};

/** One bound of a limit and the box that takes it away. */
export function BoundField(props: BoundFieldProps) {
  const { control, field, none, label, noneLabel, currency, now, error } = props;
  const t = useTranslations("limitRequests");
  const { ref, value, onChange, onBlur } = useController({ control, name: field }).field;
  const { value: isWithout, ...without } = useController({ control, name: none }).field;
  const text = isWithout ? "" : value;
  return (
    <div>
      {field === "maxCount" ? (
        <Field label={label} error={isWithout ? undefined : error} hint={t("now", { value: now })}>
          {(aria) => (
            <Input
              {...aria}
              ref={ref}
              name={field}
              inputMode="numeric"
              autoComplete="off"
              disabled={isWithout}
              value={text}
              onChange={onChange}
              onBlur={onBlur}
              className="text-right"
            />
          )}
        </Field>
      ) : (
        <AmountField
          ref={ref}
          name={field}
          label={label}
          currency={currency}
          disabled={isWithout}
          text={text}
          onTextChange={onChange}
          onBlur={onBlur}
          error={isWithout ? undefined : error}
          hint={t("now", { value: now })}
        />
      )}
      <Checkbox
        label={noneLabel}
        name={none}
        checked={isWithout}
        onChange={without.onChange}
        onBlur={without.onBlur}
      />
    </div>
  );
}
