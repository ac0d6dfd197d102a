"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type IssuedLink, IssuedDialog } from "@/components/people/issued-dialog";
import { SettingChange } from "@/components/settings/setting-change";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { SettingsChange } from "@/lib/domain/settings/settings-change";

type ConfirmInvitationButtonProps = {
  change: Extract<SettingsChange, { kind: "invitation" }>;
  timeZone: string;
  confirmInvitation: (input: { changeId: string }) => Promise<ActionResult<IssuedLink>>;
};

/** Lets somebody in whom another person proposed, and shows their sign-up link, this once. */
export function ConfirmInvitationButton(props: ConfirmInvitationButtonProps) {
  const { change, timeZone, confirmInvitation } = props;
  const t = useTranslations("staff.confirmInvitation");
  const router = useRouter();
  const [link, setLink] = useState<IssuedLink | null>(null);
  const email = change.key;
  const act = async () => {
    const answer = await confirmInvitation({ changeId: change.changeId });
    if (answer.ok) setLink(answer.data);
    return answer;
  };
  const close = () => {
    setLink(null);
    router.refresh();
  };
  return (
    <>
      <ConfirmedAction
        label={t("button")}
        labelFor={t("buttonFor", { email })}
        title={t("title", { email })}
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        done={t("done")}
        variant="primary"
        act={act}
      >
        <SettingChange wish={change} />
        <p className="mt-2">{t("what")}</p>
      </ConfirmedAction>
      <IssuedDialog
        name={change.after.name ?? email}
        link={link}
        timeZone={timeZone}
        onClose={close}
      />
    </>
  );
}
