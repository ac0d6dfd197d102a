"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { useProblemText } from "@/components/shell/use-problem-text";
import { Moment } from "@/components/time/moment";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Person } from "@/lib/domain/access/person";
import type { Instant } from "@/lib/domain/instant";

export type IssuedLink = { url: string; expiresAt: Instant };

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

type IssuedDialogProps = {
  name: string;
  link: IssuedLink | null;
  timeZone: string;
  onClose: () => void;
};

function IssuedDialog({ name, link, timeZone, onClose }: IssuedDialogProps) {
  const t = useTranslations("users.link");
  const shell = useTranslations("shell");
  const until = () =>
    link && <Moment at={link.expiresAt} timeZone={timeZone} style="short" className="text-ink" />;
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("readyTitle", { name })}
      description={t.rich("ready", { until })}
      closeLabel={shell("dismiss")}
    >
      {link && (
        <div className="flex items-end gap-2">
          <Field label={t("field")} className="grow">
            {(aria) => (
              <Input
                {...aria}
                readOnly
                value={link.url}
                className="font-mono"
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
          </Field>
          <CopyButton text={link.url} label={t("copy")} copiedLabel={t("copied")} />
        </div>
      )}
    </Dialog>
  );
}
