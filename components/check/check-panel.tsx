"use client";

import { CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { AmountField } from "@/components/money/amount-field";
import { chargeCurrency } from "@/components/check/charge-currency";
import { CardDetails, type CardDetailsValue } from "@/components/check/card-details";
import type { CheckActions, TerminalChoice } from "@/components/check/check-actions";
import { CheckAnswer } from "@/components/check/check-answer";
import { TerminalSelect } from "@/components/check/terminal-select";
import { useCheck } from "@/components/check/use-check";
import type { Instant } from "@/lib/domain/instant";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { groupedAmount, isChargeAmount, parseAmount } from "@/lib/domain/money";

export type CheckPanelProps = {
  merchantId: string;
  /** The merchant's own currency, where the terminal takes it. */
  currency: string;
  terminals: readonly TerminalChoice[];
  initial: { terminalId: string; amountText: string; snapshot: CheckSnapshot | null };
  now: Instant;
  timeZone: string;
  mayRequest: boolean;
  autoFocus?: boolean;
  actions: CheckActions;
};

/** Terminal, amount, Enter: the verdict. While typing, the same rules run here. */
export function CheckPanel(props: CheckPanelProps) {
  const { terminals, initial, actions } = props;
  const t = useTranslations("check");
  const [terminalId, setTerminalId] = useState(initial.terminalId);
  const [text, setText] = useState(initial.amountText);
  const [details, setDetails] = useState<CardDetailsValue>({});
  const [asked, setAsked] = useState(false);
  const amount = useRef<HTMLInputElement>(null);
  const check = useCheck(initial, actions);

  const terminal = terminals.find((choice) => choice.terminalId === terminalId);
  const currency = chargeCurrency(terminal, props.currency);

  const propose = (amountText: string, tid = terminalId): Proposal | null => {
    const parsed = parseAmount(amountText, currency);
    if (!parsed.ok || !isChargeAmount(parsed.amountMinor)) return null;
    return { terminalId: tid, amountMinor: parsed.amountMinor, currency, ...details };
  };
  const proposal = propose(text);
  const parsed = parseAmount(text, currency);
  const isNothing = parsed.ok ? parsed.amountMinor <= 0 : parsed.fault === "empty";

  const chooseTerminal = (next: string) => {
    setTerminalId(next);
    void check.load(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (proposal) check.run(proposal);
    else amount.current?.focus();
  };
  const chargeInstead = (amountMinor: number) => {
    const amountText = groupedAmount(amountMinor, currency);
    setText(amountText);
    const next = propose(amountText);
    if (next) check.run(next);
  };
  const useTerminal = (next: string) => {
    chooseTerminal(next);
    const elsewhere = propose(text, next);
    if (elsewhere) check.run(elsewhere);
  };

  return (
    <div className="space-y-3">
      {/* Sent before the page wakes up, the address carries the terminal and the amount there. */}
      <form
        action="/check"
        onSubmit={submit}
        className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_auto]"
      >
        <TerminalSelect
          name="terminal"
          terminals={terminals}
          value={terminalId}
          onChange={chooseTerminal}
        />
        <AmountField
          name="amount"
          label={t("amount")}
          currency={currency}
          text={text}
          ref={amount}
          onTextChange={(next) => {
            setText(next);
            setAsked(false);
          }}
          error={asked && isNothing ? t("fault.aboveZero") : undefined}
          autoFocus={props.autoFocus}
          enterKeyHint="go"
        />
        <Button type="submit" variant="primary" pending={check.pending} className="sm:mt-7">
          {t("submit")}
          <CornerDownLeft aria-hidden className="size-4 pointer-coarse:hidden" />
        </Button>
        <div className="sm:col-span-3">
          <CardDetails value={details} onChange={setDetails} />
        </div>
      </form>
      <div>
        {check.problem && <ProblemNotice problem={check.problem} />}
        {proposal && (
          <CheckAnswer
            {...props}
            proposal={proposal}
            snapshot={check.snapshot}
            answered={check.answerTo(proposal)}
            pending={check.pending}
            onChargeInstead={chargeInstead}
            onUseTerminal={useTerminal}
          />
        )}
      </div>
    </div>
  );
}
