"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";

type Act = (input: { userId: string }) => Promise<ActionResult<void>>;
export type SetActiveActions = { deactivate: Act; reactivate: Act };

type SetActiveProps = {
  person: Pick<Person, "userId" | "name" | "state">;
  actions: SetActiveActions;
};

/** Takes somebody's way in at once, or lets them come back. */
export function SetActive({ person, actions }: SetActiveProps) {
  const { userId, name, state } = person;
  const isOut = state === "deactivated";
  const t = useTranslations(isOut ? "staff.reactivate" : "staff.deactivate");
  return (
    <ConfirmedAction
      label={t("button")}
      labelFor={t("buttonFor", { name })}
      title={t("title", { name })}
      confirmLabel={t("button")}
      cancelLabel={t("cancel")}
      done={t("done")}
      danger={!isOut}
      act={() => (isOut ? actions.reactivate : actions.deactivate)({ userId })}
    >
      {t("what")}
    </ConfirmedAction>
  );
}
