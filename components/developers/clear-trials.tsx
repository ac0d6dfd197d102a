"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";

type ClearTrialsProps = { clear: (input: Record<string, never>) => Promise<ActionResult<void>> };

/** Begins test mode afresh, after asking. */
export function ClearTrials({ clear }: ClearTrialsProps) {
  const t = useTranslations("testMode.clear");
  return (
    <ConfirmedAction
      label={t("button")}
      title={t("title")}
      confirmLabel={t("confirm")}
      cancelLabel={t("keep")}
      done={t("done")}
      danger
      act={() => clear({})}
    >
      {t("what")}
    </ConfirmedAction>
  );
}
