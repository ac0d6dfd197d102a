"use client";

import { useTranslations } from "next-intl";
import type { SendingResult } from "@/components/limit-requests/sending-results";
import { usePlanFault } from "@/components/limit-requests/use-plan-fault";
import { useProblemText } from "@/components/shell/use-problem-text";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { PlanEffect, RequestPlan } from "@/lib/domain/limit-requests/plan-request";

type SeveralEffectProps = {
  plan: RequestPlan;
  result?: SendingResult;
  /** Then there is no link: to go elsewhere would lose the answer that is awaited. */
  isSending: boolean;
};

const TONE = {
  atOnce: "warn",
  later: "warn",
  onePerson: "pending",
  twoPeople: "pending",
} as const satisfies Record<PlanEffect, Tone>;

/** What happens to one limit, or what happened once it was sent. */
export function SeveralEffect({ plan, result, isSending }: SeveralEffectProps) {
  const t = useTranslations("severalRequests");
  const fault = usePlanFault();
  if (result) return <Result {...{ result, isSending }} />;
  if (plan.ok) return <Status tone={TONE[plan.effect]}>{t(`effect.${plan.effect}`)}</Status>;
  return (
    <span className="grid justify-items-start max-md:justify-items-end">
      <Status tone="block">{fault(plan.code)}</Status>
      {!isSending && plan.openRequestId && <SeeRequest id={plan.openRequestId} />}
    </span>
  );
}

type ResultProps = { result: SendingResult; isSending: boolean };

function Result({ result, isSending }: ResultProps) {
  const t = useTranslations("severalRequests");
  const states = useTranslations("enums.requestState");
  const problemText = useProblemText();
  const fault = usePlanFault();
  if (result.at === "sending") return <Status tone="pending">{t("isSending")}</Status>;
  if (result.at === "sent") {
    const { limitRequestId, state } = result.request;
    return (
      <span className="grid justify-items-start max-md:justify-items-end">
        <Status tone="pass">{states(state)}</Status>
        {!isSending && <SeeRequest id={limitRequestId} />}
      </span>
    );
  }
  const { problem } = result;
  const openId = problem.extra.limit_request_id;
  const why = problem.fields[0] ? fault(problem.fields[0].code) : problemText(problem);
  return (
    <span className="grid justify-items-start max-md:justify-items-end">
      <Status tone="block">{t("refused", { why })}</Status>
      {!isSending && typeof openId === "string" && <SeeRequest id={openId} />}
    </span>
  );
}

function SeeRequest({ id }: { id: string }) {
  const t = useTranslations("severalRequests");
  return (
    <TextLink href={`/limit-requests/${id}`} className="text-meta">
      {t("seeRequest")}
    </TextLink>
  );
}
