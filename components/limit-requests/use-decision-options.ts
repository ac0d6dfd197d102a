"use client";

import { useTranslations } from "next-intl";
import type { RadioOption } from "@/components/ui/radio-group";
import { useValuesText } from "@/components/limit-requests/use-values-text";
import type { DecisionForm } from "@/lib/contracts/decision-form";
import type { Grant } from "@/lib/domain/limit-requests/grant";
import type { Offer } from "@/lib/domain/limit-requests/may-decide";
import type { Review } from "@/lib/domain/limit-requests/review";

type Act = DecisionForm["act"];

/** What may be chosen by this person, with the reason beside what may not, and where each leads. */
export function useDecisionOptions(review: Review, shown: Grant) {
  const { request, reader, standing, questionDays } = review;
  const t = useTranslations("decision");
  const values = useValuesText(request.currency);
  const { confirm, propose } = reader.offers;
  const given = confirm ?? propose;
  const hintOf = (offer: Offer, hint?: string) =>
    offer.allowed ? (offer.final ? undefined : hint) : t(`refused.${offer.why}`);
  const otherHint = t(standing ? "hint.otherValues" : "hint.first");
  const text = values(shown.values, request.asked);
  const list: RadioOption[] = [
    {
      value: "approve",
      label: t(standing ? "act.confirm" : "act.approve", { values: text }),
      hint: hintOf(given, t("hint.first")),
      disabled: !given.allowed,
    },
    {
      value: "approve_less",
      label: t(standing ? "act.propose" : "act.approve_less"),
      hint: given.allowed || propose.allowed ? hintOf(propose, otherHint) : undefined,
      disabled: !propose.allowed,
    },
    { value: "ask", label: t("act.ask"), hint: t("hint.ask", { days: questionDays }) },
    { value: "reject", label: t("act.reject"), hint: t("hint.reject") },
  ];
  const offerOf = (act: Act) => (act === "approve" ? given : propose);
  const verbOf = (act: Act): "first_approval" | "approved" => {
    const offer = offerOf(act);
    return offer.allowed && offer.final ? "approved" : "first_approval";
  };
  const outcomeOf = (act: Act) => (act === "reject" ? "rejected" : verbOf(act));
  const first: Act = given.allowed ? "approve" : propose.allowed ? "approve_less" : "ask";
  return { list, first, verbOf, outcomeOf } as const;
}
