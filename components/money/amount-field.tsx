"use client";

import { useTranslations } from "next-intl";
import {
  type ChangeEvent,
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { classNames } from "@/components/ui/class-names";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Field } from "@/components/ui/field";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { formatTyped } from "@/components/money/format-typed";
import { parseAmount } from "@/lib/domain/money";

// The words of all numbers are sent to those who type one.
const AmountReading = lazy(async () => ({
  default: (await import("@/components/money/amount-reading")).AmountReading,
}));

type AmountFieldProps = Omit<ComponentProps<"input">, "type" | "value" | "onChange"> & {
  label: ReactNode;
  currency: string;
  /** What has been typed, not what it means. */
  text: string;
  onTextChange: (text: string) => void;
  error?: ReactNode;
  hint?: ReactNode;
};

/** Formats while typing and keeps the caret at its figure; not in the middle of an input method's work. */
function useFormatWhileTyping(text: string, onTextChange: (text: string) => void) {
  const moved = useRef<{ input: HTMLInputElement; caret: number } | null>(null);
  useLayoutEffect(() => {
    moved.current?.input.setSelectionRange(moved.current.caret, moved.current.caret);
    moved.current = null;
  }, [text]);
  return (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const { isComposing = false } = event.nativeEvent as InputEvent;
    if (isComposing) return onTextChange(input.value);
    const caret = input.selectionStart ?? input.value.length;
    const typed = formatTyped({ text: input.value, caret });
    moved.current = { input, caret: typed.caret };
    onTextChange(typed.text);
  };
}

/** A field for one amount; its reading in words stands below while it can be read. */
export function AmountField(props: AmountFieldProps) {
  const { label, currency, text, onTextChange, error, hint, required, className, ref, ...rest } =
    props;
  const t = useTranslations("money");
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current!);
  const onType = useFormatWhileTyping(text, onTextChange);
  useEarlyInput(input, text, (early) =>
    onTextChange(formatTyped({ text: early, caret: early.length }).text),
  );
  const parsed = parseAmount(text, currency);
  const fault = parsed.ok || parsed.fault === "empty" ? null : t(`fault.${parsed.fault}`);
  const reading = parsed.ok && (
    <Suspense fallback={"\u00a0"}>
      <AmountReading amountMinor={parsed.amountMinor} currency={currency} />
    </Suspense>
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
            ref={input}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={onType}
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
