"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/kbd";
import { RadioGroup } from "@/components/ui/radio-group";
import { DecisionConfirm } from "@/components/limit-requests/decision-confirm";
import { DecisionTexts } from "@/components/limit-requests/decision-texts";
import { LesserGrant } from "@/components/limit-requests/lesser-grant";
import { useDecisionFault } from "@/components/limit-requests/use-decision-fault";
import { type DecideActions, useDecide } from "@/components/limit-requests/use-decide";
import { useDecisionOptions } from "@/components/limit-requests/use-decision-options";
import { ProblemNotice } from "@/components/shell/problem-notice";
import {
  decisionOf,
  DecisionForm as Form,
  type DecisionSent,
  emptyDecision,
  lesserGrant,
} from "@/lib/contracts/decision-form";
import { askedGrant } from "@/lib/domain/limit-requests/limit-request";
import type { Review } from "@/lib/domain/limit-requests/review";

export type { DecideActions };

type DecisionFormProps = { review: Review; actions: DecideActions };

/** Approve, approve less, ask or reject; before and after are confirmed before anything is sent. */
export function DecisionForm({ review, actions }: DecisionFormProps) {
  const { request, standing, now, cutOver } = review;
  const t = useTranslations("decision");
  const { merchantId, limitRequestId, asked, currency } = request;
  const requested = askedGrant(request);
  const shown = standing?.grant ?? requested;
  const deciding = { asked, currency, shown, requested, now, cutOver };
  const options = useDecisionOptions(review, shown);
  const form = useForm<Form>({
    resolver: zodResolver(Form),
    defaultValues: { ...emptyDecision(deciding), act: options.first },
  });
  const [confirming, setConfirming] = useState<DecisionSent | null>(null);
  const { problem, pending, decide, ask } = useDecide(actions);
  const fault = useDecisionFault(problem);
  const element = useRef<HTMLFormElement>(null);

  const values = { ...form.getValues(), ...useWatch({ control: form.control }) };
  const { act } = values;
  const lesser = lesserGrant(values, deciding);
  const grant = act === "approve_less" ? lesser.grant : shown;
  const faults = act === "approve_less" ? lesser.faults : [];
  const expected = options.outcomeOf(act);

  const send = form.handleSubmit(async (filled) => {
    if (faults.length > 0) return;
    const key = { merchantId, limitRequestId };
    if (filled.act === "ask") await ask({ ...key, question: filled.question });
    else setConfirming({ ...key, expected, input: decisionOf(filled, grant) });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    element.current?.requestSubmit();
  };

  return (
    <form ref={element} onSubmit={send} onKeyDown={onKeyDown} noValidate className="grid gap-4">
      <RadioGroup
        legend={t("decide")}
        legendHidden
        name="act"
        inputProps={() => form.register("act")}
        options={options.list}
      />
      {act === "approve_less" && <LesserGrant form={form} request={request} faults={faults} />}
      <DecisionTexts form={form} act={act} />
      {problem &&
        (fault ? <p className="text-block">{fault}</p> : <ProblemNotice problem={problem} />)}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant={act === "reject" ? "danger" : "primary"}
          pending={pending}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={t("shortcut")}
        >
          {act === "ask" || act === "reject" ? t(`send.${act}`) : t(`send.${options.verbOf(act)}`)}
        </Button>
        <span aria-hidden className="text-meta text-muted max-md:hidden">
          <Keys keys={["Ctrl/⌘", "↵"]} />
        </span>
      </div>
      <DecisionConfirm
        review={review}
        sent={confirming}
        onClose={() => setConfirming(null)}
        onConfirm={decide}
      />
    </form>
  );
}
