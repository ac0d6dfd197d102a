"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useEarlyInput } from "@/components/ui/use-early-input";
import type { TerminalChoice } from "@/components/check/check-actions";

// Sent only to those with so many terminals that they search.
const Combobox = dynamic(async () => (await import("@/components/ui/combobox")).Combobox);

type TerminalSelectProps = {
  terminals: readonly Omit<TerminalChoice, "currencies">[];
  value: string;
  onChange: (terminalId: string) => void;
  name?: string;
  className?: string;
};

/** Up to this many the platform's own list is quickest; beyond it people search. */
const LIST_MAX = 20;

export function TerminalSelect(props: TerminalSelectProps) {
  const { terminals, value, onChange, name, className } = props;
  const t = useTranslations("check");
  const list = useRef<HTMLSelectElement>(null);
  useEarlyInput(list, value, onChange);
  const label = t("terminal");
  const place = (terminal: Omit<TerminalChoice, "currencies">) =>
    [terminal.name, terminal.store].filter(Boolean).join(" · ");
  return (
    <Field label={label} className={className}>
      {(control) =>
        terminals.length <= LIST_MAX ? (
          <Select
            {...control}
            ref={list}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            options={terminals.map((terminal) => ({
              value: terminal.terminalId,
              label: [terminal.terminalId, place(terminal)].filter(Boolean).join("  "),
            }))}
          />
        ) : (
          <Combobox
            {...control}
            label={label}
            name={name}
            value={value}
            onValueChange={(terminalId) => terminalId && onChange(terminalId)}
            options={terminals.map((terminal) => ({
              value: terminal.terminalId,
              label: terminal.terminalId,
              hint: place(terminal),
            }))}
            emptyText={t("noTerminalFound")}
            openLabel={t("openTerminals")}
          />
        )
      }
    </Field>
  );
}
