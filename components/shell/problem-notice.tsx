"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { signInHref } from "@/components/shell/sign-in-href";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionProblem } from "@/lib/contracts/action-result";

type ProblemNoticeProps = { problem: ActionProblem; actions?: ReactNode };

/** Why an action did nothing, in the person's language, with the number to quote for our own faults. */
export function ProblemNotice({ problem, actions }: ProblemNoticeProps) {
  const t = useTranslations("errors");
  const text = useProblemText();
  const reload = problem.code === "merchant-switched" && (
    <Button size="small" onClick={() => window.location.reload()}>
      {t("reload")}
    </Button>
  );
  const signIn = problem.code === "unauthenticated" && (
    <LinkButton size="small" href={signInHref()}>
      {t("signIn")}
    </LinkButton>
  );
  return (
    <Notice tone="block" role="alert" actions={actions || signIn || reload}>
      <p>{text(problem)}</p>
      {problem.code === "internal" && (
        <p className="text-meta text-muted">{t("reference", { digest: problem.requestId })}</p>
      )}
    </Notice>
  );
}
