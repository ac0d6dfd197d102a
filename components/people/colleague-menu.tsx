"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { showToast } from "@/components/ui/toast";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { ColleagueActive, ColleagueRole } from "@/lib/contracts/team-forms";
import type { Colleague } from "@/lib/domain/access/team";

export type ColleagueActions = {
  setRole: (change: ColleagueRole) => Promise<ActionResult<unknown>>;
  setActive: (change: ColleagueActive) => Promise<ActionResult<unknown>>;
  confirmPassword: ConfirmPassword;
};

type ColleagueMenuProps = { person: Colleague; isLastOwner: boolean; actions: ColleagueActions };

type Change = "role" | "active";

/** Changes a colleague's role, or keeps them out and lets them in again; each after saying what follows. */
export function ColleagueMenu({ person, isLastOwner, actions }: ColleagueMenuProps) {
  const { userId, name, roles } = person;
  const t = useTranslations("team");
  const roleNames = useTranslations("enums.role");
  const text = useProblemText();
  const fresh = useFreshPassword(actions.confirmPassword);
  const [asking, setAsking] = useState<Change | null>(null);
  const isOwner = roles.includes("merchant_owner");
  const isOut = person.state === "deactivated";
  const role = isOwner ? "merchant_staff" : "merchant_owner";

  const act = async (change: Change, done: string) => {
    setAsking(null);
    const answer = await fresh.run(() =>
      change === "role"
        ? actions.setRole({ userId, role })
        : actions.setActive({ userId, active: isOut }),
    );
    if (!answer) return;
    if (answer.ok) return showToast("pass", done);
    const { code } = answer.problem;
    showToast("block", code === "forbidden" ? t("elsewhere") : text(answer.problem));
  };

  const entries: MenuEntry[] = isLastOwner
    ? [{ kind: "text", key: "last", label: t("lastOwner") }]
    : [
        {
          ...{ kind: "action", key: "role", onSelect: () => setAsking("role") },
          label: t(isOwner ? "makeStaff" : "makeOwner"),
        },
        {
          ...{ kind: "action", key: "active", onSelect: () => setAsking("active") },
          label: t(isOut ? "reactivate" : "deactivate"),
        },
      ];
  const keys = person.keys.map((key) => key.name).join(", ");

  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={t("manage", { name })}
            icon={<Ellipsis aria-hidden className="size-4" />}
          />
        }
        entries={entries}
      />
      <ConfirmDialog
        open={asking === "role"}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("roleTitle", { name })}
        confirmLabel={t(isOwner ? "makeStaff" : "makeOwner")}
        cancelLabel={t("cancel")}
        onConfirm={() => act("role", t("roleDone", { name, role: roleNames(role) }))}
      >
        <p className="font-medium">
          {t("change", {
            before: roles.map((one) => roleNames(one)).join(" · "),
            after: roleNames(role),
          })}
        </p>
        <p className="mt-1">{t(isOwner ? "staffWhat" : "ownerWhat", { name })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "active"}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(isOut ? "reactivateTitle" : "deactivateTitle", { name })}
        confirmLabel={t(isOut ? "reactivate" : "deactivate")}
        cancelLabel={t("cancel")}
        danger={!isOut}
        onConfirm={() => act("active", t(isOut ? "reactivated" : "deactivated", { name }))}
      >
        <p>{t(isOut ? "reactivateWhat" : "deactivateWhat", { name })}</p>
        {!isOut && keys && <p className="mt-2">{t("keysStay", { keys })}</p>}
      </ConfirmDialog>
      {fresh.dialog}
    </>
  );
}
