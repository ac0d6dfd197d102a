import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Shown below the option, for what only this choice needs. */
  detail?: ReactNode;
};

type RadioGroupProps = Omit<ComponentProps<"fieldset">, "children" | "onChange"> & {
  legend: ReactNode;
  legendHidden?: boolean;
  name: string;
  options: readonly RadioOption[];
  error?: ReactNode;
  /** Spread onto every radio: what a form library registers, or value handling of one's own. */
  inputProps?: (value: string) => ComponentProps<"input">;
};

export function RadioGroup(props: RadioGroupProps) {
  const { legend, legendHidden, name, options, error, inputProps, className, ...rest } = props;
  const errorId = `${name}-error`;
  return (
    <fieldset
      {...rest}
      aria-describedby={error ? errorId : undefined}
      className={classNames("min-w-0", className)}
    >
      <legend className={legendHidden ? "sr-only" : "mb-1 font-medium"}>{legend}</legend>
      {options.map((option) => (
        <div key={option.value}>
          <label
            className={classNames(
              "flex items-start gap-2 py-1 pointer-coarse:py-2.5",
              option.disabled && "text-muted",
            )}
          >
            <input
              name={name}
              {...inputProps?.(option.value)}
              type="radio"
              value={option.value}
              disabled={option.disabled}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-meta text-muted">{option.hint}</span>}
            </span>
          </label>
          {option.detail && <div className="pl-6">{option.detail}</div>}
        </div>
      ))}
      {error && (
        <p id={errorId} className="text-meta text-block">
          {error}
        </p>
      )}
    </fieldset>
  );
}
