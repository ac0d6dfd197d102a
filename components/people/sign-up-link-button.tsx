"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type IssuedLink, IssuedDialog } from "@/components/people/issued-dialog";
import { showToast } from "@/components/ui/toast";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";

export type LinkActions = {
  issueLink: (input: { merchantId: string; userId: string }) => Promise<ActionResult<IssuedLink>>;
  confirmPassword: ConfirmPassword;
};

type SignUpLinkButtonProps = {
  person: Pick<Person, "userId" | "name">;
  merchantId: string;
  timeZone: string;
  actions: LinkActions;
};

/** Makes a new one-time link, after saying what that ends, and shows it this once. */
export function SignUpLinkButton(props: SignUpLinkButtonProps) {
  const { person, merchantId, timeZone, actions } = props;
  const { userId, name } = person;
  const t = useTranslations("users.link");
  const text = useProblemText();
  const fresh = useFreshPassword(actions.confirmPassword);
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const issue = async () => {
    setAsking(false);
    const answer = await fresh.run(() => actions.issueLink({ merchantId, userId }));
    if (answer?.ok) return setLink(answer.data);
    if (!answer) return;
    const { code } = answer.problem;
    showToast("block", code === "forbidden" ? t("elsewhere") : text(answer.problem));
  };
  return (
    <>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        trigger={
          <Button size="small" aria-label={t("buttonFor", { name })}>
            {t("button")}
          </Button>
        }
        title={t("title", { name })}
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        onConfirm={issue}
      >
        {t("what", { name })}
      </ConfirmDialog>
      {fresh.dialog}
      <IssuedDialog name={name} link={link} timeZone={timeZone} onClose={() => setLink(null)} />
    </>
  );
}
