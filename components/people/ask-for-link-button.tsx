"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";

export type AskForLink = (input: { userId: string }) => Promise<ActionResult<void>>;

type AskForLinkButtonProps = { person: Pick<Person, "userId" | "name">; askForLink: AskForLink };

/** Asks for a link of one of the acquirer's people, which a second person must confirm. */
export function AskForLinkButton({ person, askForLink }: AskForLinkButtonProps) {
  const { userId, name } = person;
  const t = useTranslations("users.link");
  const text = useProblemText();
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(false);
    const answer = await askForLink({ userId });
    if (answer.ok) showToast("pass", t("asked"));
    else showToast("block", text(answer.problem));
  };
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={setAsking}
      trigger={
        <Button size="small" aria-label={t("askFor", { name })}>
          {t("ask")}
        </Button>
      }
      title={t("title", { name })}
      confirmLabel={t("askConfirm")}
      cancelLabel={t("cancel")}
      onConfirm={ask}
    >
      {t("askWhat", { name })}
    </ConfirmDialog>
  );
}
