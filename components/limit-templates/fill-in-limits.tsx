"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";

type FillInLimitsProps = {
  merchantId: string;
  name: string;
  fillIn: (input: { merchantId: string }) => Promise<ActionResult<{ made: number }>>;
};

/** Gives a merchant that is not live yet the limits of its template. */
export function FillInLimits({ merchantId, name, fillIn }: FillInLimitsProps) {
  const t = useTranslations("limitTemplates.fillIn");
  return (
    <ConfirmedAction
      label={t("button")}
      title={t("title", { name })}
      confirmLabel={t("confirm")}
      cancelLabel={t("cancel")}
      done={t("done")}
      act={() => fillIn({ merchantId })}
    >
      {t("what")}
    </ConfirmedAction>
  );
}
