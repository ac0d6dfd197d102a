"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { FieldControlProps } from "@/components/ui/field";
import { MENU_ITEM_CLASS, POPUP_CLASS } from "@/components/ui/popup-class";

export type ComboboxOption = { value: string; label: string; hint?: string };

type ComboboxProps = Partial<FieldControlProps> & {
  /** The field's name again: while the list is open its label is hidden from assistive technology. */
  label: string;
  name?: string;
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder?: string;
  emptyText: string;
  openLabel: string;
  className?: string;
};

/** Choosing one of many by typing part of its name; the hint is searched too. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, placeholder, emptyText, openLabel, name, className } =
    props;
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options as ComboboxOption[]}
      value={selected}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={(option) => option.label}
      filter={(option, query) =>
        `${option.label} ${option.hint ?? ""}`.toLowerCase().includes(query.trim().toLowerCase())
      }
      name={name}
      itemToStringValue={(option) => option.value}
      autoHighlight
    >
      <Base.InputGroup className={classNames("relative block", className)}>
        <Base.Input
          id={props.id}
          aria-label={props.label}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          aria-required={props["aria-required"]}
          placeholder={placeholder}
          className={classNames(CONTROL_CLASS, "pr-8")}
        />
        <Base.Trigger
          aria-label={openLabel}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted"
        >
          <ChevronDown aria-hidden className="size-4" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-30">
          <Base.Popup className={classNames(POPUP_CLASS, "w-(--anchor-width) min-w-64")}>
            <Base.Empty>
              <div className="px-3 py-2 text-muted">{emptyText}</div>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto py-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <Base.Item key={option.value} value={option} className={MENU_ITEM_CLASS}>
                  <span className="size-4 shrink-0">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    {option.label}
                    {option.hint && (
                      <span className="block text-meta text-muted">{option.hint}</span>
                    )}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
