"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useKeptSelection } from "@/components/bulk-edits/use-kept-selection";
import { SeveralAsked } from "@/components/limit-requests/several-asked";
import type { SeveralActions } from "@/components/limit-requests/several-actions";
import { useSelectedLimits } from "@/components/limit-requests/use-selected-limits";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { LimitSelection, selectedThen } from "@/lib/contracts/several-requests";
import { MOST_ASKED_TOGETHER } from "@/lib/domain/limit-requests/shared-change";

type SeveralScreenProps = { merchantId: string; actions: SeveralActions };

/** One change asked of all limits that were selected in their table. */
export function SeveralScreen({ merchantId, actions }: SeveralScreenProps) {
  const selection = useKeptSelection(LimitSelection);
  if (selection === undefined) return <Skeleton className="h-96" />;
  if (selection?.merchantId !== merchantId) return <NothingSelected />;
  return <Selected {...{ selection, actions }} />;
}

function NothingSelected() {
  const t = useTranslations("severalRequests");
  return (
    <EmptyState
      icon={ListChecks}
      title={t("nothing")}
      action={<LinkButton href="/limits">{t("toLimits")}</LinkButton>}
    >
      {t("nothingHint")}
    </EmptyState>
  );
}

type SelectedProps = { selection: LimitSelection; actions: SeveralActions };

function Selected({ selection, actions }: SelectedProps) {
  const t = useTranslations("severalRequests");
  const { answer, reload } = useSelectedLimits(selection, actions.listSelected);
  const href = "query" in selection && selection.query ? `/limits?${selection.query}` : "/limits";
  if (answer === null) return <Skeleton className="h-96" />;
  if (!answer.ok) return <ProblemNotice problem={answer.problem} />;
  const back = (
    <LinkButton size="small" href={href}>
      {t("back")}
    </LinkButton>
  );
  if (answer.data.isTooMany) {
    return (
      <Notice tone="warn" role="alert" actions={back}>
        {t("tooMany", { most: MOST_ASKED_TOGETHER })}
      </Notice>
    );
  }
  if (answer.data.limits.length === 0) return <NothingSelected />;
  return (
    <SeveralAsked
      {...{ actions, href }}
      selected={answer.data}
      selectedThen={selectedThen(selection)}
      onAgain={reload}
      draftKey={`several-requests ${JSON.stringify(selection)}`}
    />
  );
}
