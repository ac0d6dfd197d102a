"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectedList } from "@/components/limit-requests/selected-list";
import type { SeveralActions } from "@/components/limit-requests/several-actions";
import { SeveralForm } from "@/components/limit-requests/several-form";
import { SeveralPreview } from "@/components/limit-requests/several-preview";
import { useSeveralRequests } from "@/components/limit-requests/use-several-requests";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { TextLink } from "@/components/ui/text-link";
import { emptySeveral, sharedChangeOf } from "@/lib/contracts/several-requests-form";
import type { SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";

type SeveralAskedProps = {
  selected: SelectedLimits;
  /** How many were selected in the table. */
  selectedThen: number;
  actions: SeveralActions;
  /** The table they were selected in. */
  href: string;
  draftKey: string;
  /** Begins anew, with the limits as they stand by then. */
  onAgain: () => void;
};

/** What is asked of the selected limits, then what it would do to each, then what came of it. */
export function SeveralAsked(props: SeveralAskedProps) {
  const { selected, selectedThen, actions, href, draftKey, onAgain } = props;
  const t = useTranslations("severalRequests");
  const { limits, now, cutOver } = selected;
  const [filled, setFilled] = useState(() => emptySeveral(limits[0]?.currency ?? "CNY"));
  const { look, problem, isLooking, preview, passwordDialog, ...sending } =
    useSeveralRequests(actions);
  return (
    <div className="grid gap-4">
      <p>
        {selectedThen === limits.length
          ? t("selected", { count: limits.length })
          : t("selectedOtherwise", { then: selectedThen, count: limits.length })}{" "}
        {!sending.isSending && <TextLink href={href}>{t("back")}</TextLink>}
      </p>
      {look ? (
        <SeveralPreview {...{ look, selected, draftKey, problem, href, onAgain, ...sending }} />
      ) : (
        <>
          <SelectedList limits={limits} />
          {problem && <ProblemNotice problem={problem} />}
          <SeveralForm
            {...{ limits, filled, draftKey, now, cutOver }}
            pending={isLooking}
            onLook={(form) => {
              setFilled(form);
              const limitIds = limits.map(({ limitId }) => limitId);
              const change = sharedChangeOf(form, now, cutOver);
              preview(limitIds, { change, justification: form.justification });
            }}
          />
        </>
      )}
      {passwordDialog}
    </div>
  );
}
