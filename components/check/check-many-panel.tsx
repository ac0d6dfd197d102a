"use client";

import { ClipboardPaste } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { ChargeResults } from "@/components/check/charge-results";
import { ChargeTable } from "@/components/check/charge-table";
import type { RunChecks, TerminalChoice } from "@/components/check/check-actions";
import { TerminalSelect } from "@/components/check/terminal-select";
import { useCheckMany } from "@/components/check/use-check-many";
import { usePastedCharges } from "@/components/check/use-pasted-charges";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { MOST_CHARGES } from "@/lib/contracts/check-form";

type CheckManyPanelProps = {
  merchantId: string;
  currency: string;
  terminals: readonly TerminalChoice[];
  terminalId: string;
  timeZone: string;
  runChecks: RunChecks;
};

/** Paste, look at what was read, check: a verdict for each line. */
export function CheckManyPanel(props: CheckManyPanelProps) {
  const { merchantId, terminals, timeZone } = props;
  const t = useTranslations("checkMany");
  const [terminalId, setTerminalId] = useState(props.terminalId);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const pasted = useRef<HTMLTextAreaElement>(null);
  useEarlyInput(pasted, text, setText);
  const read = usePastedCharges(props);
  const check = useCheckMany(props.runChecks);
  const rows = read(text, terminalId);
  const readable = rows.filter((row) => row.ok).length;
  const tooMany = rows.length > MOST_CHARGES;
  const judged = check.judge(rows);

  const change = (set: () => void) => {
    set();
    setAsked(false);
    check.forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (readable > 0 && !tooMany) check.run(rows);
  };
  const fault = tooMany
    ? t("tooMany", { count: rows.length, most: MOST_CHARGES })
    : asked && readable === 0 && t("nothing");

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(18rem,1fr)_2fr]">
      <form onSubmit={submit} className="space-y-4 lg:sticky lg:top-20">
        <Field label={t("paste")} hint={t("pasteHint")} error={fault}>
          {(control) => (
            <Textarea
              {...control}
              ref={pasted}
              rows={8}
              value={text}
              onChange={({ target }) => change(() => setText(target.value))}
              placeholder={t("placeholder")}
              spellCheck={false}
              autoComplete="off"
              className="max-h-96 min-h-44 font-mono"
            />
          )}
        </Field>
        <div className="space-y-1">
          <TerminalSelect
            terminals={terminals}
            value={terminalId}
            onChange={(next) => change(() => setTerminalId(next))}
          />
          <p className="text-meta text-muted">{t("terminalHint")}</p>
        </div>
        <Button type="submit" variant="primary" pending={check.pending}>
          {t("submit", { count: readable })}
        </Button>
      </form>
      <section aria-label={t("charges")} className="min-w-0">
        {check.problem && <ProblemNotice problem={check.problem} />}
        {rows.length === 0 ? (
          <EmptyState icon={ClipboardPaste} title={t("empty")}>
            {t("emptyHint")}
          </EmptyState>
        ) : (
          <>
            <ChargeResults
              rows={judged}
              isAnswered={check.isAnswered}
              {...{ merchantId, timeZone }}
            />
            <ChargeTable rows={judged.slice(0, MOST_CHARGES)} {...{ merchantId, timeZone }} />
          </>
        )}
      </section>
    </div>
  );
}
