"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type IssuedLink, IssuedDialog } from "@/components/people/issued-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";

export type ConfirmLink = (input: { userId: string }) => Promise<ActionResult<IssuedLink>>;

type ConfirmLinkButtonProps = {
  person: Pick<Person, "userId" | "name">;
  timeZone: string;
  confirmLink: ConfirmLink;
};

/** Makes the link that another person asked for, and shows it this once. */
export function ConfirmLinkButton({ person, timeZone, confirmLink }: ConfirmLinkButtonProps) {
  const { userId, name } = person;
  const t = useTranslations("users.link");
  const text = useProblemText();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const confirm = async () => {
    setAsking(false);
    const answer = await confirmLink({ userId });
    if (answer.ok) return setLink(answer.data);
    showToast("block", text(answer.problem));
    router.refresh();
  };
  const close = () => {
    setLink(null);
    router.refresh();
  };
  return (
    <>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        trigger={
          <Button size="small" aria-label={t("confirmFor", { name })}>
            {t("confirmAsked")}
          </Button>
        }
        title={t("title", { name })}
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        onConfirm={confirm}
      >
        {t("what", { name })}
      </ConfirmDialog>
      <IssuedDialog name={name} link={link} timeZone={timeZone} onClose={close} />
    </>
  );
}
