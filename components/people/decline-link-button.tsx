"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";

export type DeclineLink = (input: { userId: string }) => Promise<ActionResult<void>>;

type DeclineLinkButtonProps = {
  person: Pick<Person, "userId" | "name">;
  /** Whoever asked takes it back. */
  isOwn: boolean;
  declineLink: DeclineLink;
};

/** Turns down a link somebody asked for, or takes one's own asking back. */
export function DeclineLinkButton({ person, isOwn, declineLink }: DeclineLinkButtonProps) {
  const { userId, name } = person;
  const t = useTranslations(isOwn ? "users.takeBack" : "users.turnDown");
  return (
    <ConfirmedAction
      label={t("button")}
      labelFor={t("buttonFor", { name })}
      title={t("title", { name })}
      confirmLabel={t("button")}
      cancelLabel={t("cancel")}
      done={t("done")}
      act={() => declineLink({ userId })}
    >
      {t("what", { name })}
    </ConfirmedAction>
  );
}
