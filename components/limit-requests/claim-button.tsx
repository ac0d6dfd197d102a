"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize } from "@/components/ui/button-class";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";

export type RequestKey = { merchantId: string; limitRequestId: string };
export type ClaimAction = (key: RequestKey) => Promise<ActionResult<void>>;

type ClaimButtonProps = {
  request: RequestKey;
  /** Takes it up, or puts it back. */
  kind: "claim" | "release";
  action: ClaimAction;
  label?: string;
  size?: ButtonSize;
  /** The letter that presses it from its row of a list. */
  rowKey?: string;
};

export function ClaimButton({ request, kind, action, label, size, rowKey }: ClaimButtonProps) {
  const t = useTranslations("queue");
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const press = () =>
    start(async () => {
      const answer = await callAction(() => action(request));
      if (answer.ok) showToast("pass", t(kind === "claim" ? "claimed" : "released"));
      else {
        showToast("block", problemText(answer.problem));
        if (answer.problem.code === "conflict") router.refresh();
      }
    });
  return (
    <Button
      size={size}
      pending={pending}
      aria-label={label}
      data-row-key={rowKey}
      onClick={press}
      className="relative z-1"
    >
      {t(kind)}
    </Button>
  );
}
