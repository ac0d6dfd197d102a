"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Field } from "@/components/ui/field";
import { AmountReading } from "@/components/money/amount-reading";
import { parseAmount } from "@/lib/domain/money";

type AmountFieldProps = Omit<ComponentProps<"input">, "type" | "value" | "onChange"> & {
  label: ReactNode;
  currency: string;
  /** What has been typed, not what it means. */
  text: string;
  onTextChange: (text: string) => void;
  error?: ReactNode;
  hint?: ReactNode;
};

/** A field for one amount; its reading in words stands below while it can be read. */
export function AmountField(props: AmountFieldProps) {
  const { label, currency, text, onTextChange, error, hint, required, className, ...rest } = props;
  const t = useTranslations("money");
  const parsed = parseAmount(text, currency);
  const fault = parsed.ok || parsed.fault === "empty" ? null : t(`fault.${parsed.fault}`);
  const reading = parsed.ok && (
    <AmountReading amountMinor={parsed.amountMinor} currency={currency} />
  );
  return (
    <Field
      label={label}
      required={required}
      error={error ?? fault}
      hint={reading || (hint ?? "\u00a0")}
      className={className}
    >
      {(control) => (
        <span className="relative block">
          <input
            {...rest}
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={(event) => onTextChange(event.target.value)}
            className={classNames(CONTROL_CLASS, "pr-12 text-right tabular-nums")}
          />
          <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-muted">
            {currency}
          </span>
        </span>
      )}
    </Field>
  );
}
