"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ChangeActions } from "@/components/settings/settings-actions";
import { ConfirmedAction } from "@/components/shell/confirmed-action";

type DecideChangeProps = {
  changeId: string;
  name: string;
  stands: boolean;
  mayDecide: boolean;
  mayWithdraw: boolean;
  /** Before and after. */
  children: ReactNode;
  /** What confirms in place of the plain button. */
  confirm?: ReactNode;
  actions: ChangeActions;
};

/** Confirms, declines or takes back a proposed change, after asking. */
export function DecideChange(props: DecideChangeProps) {
  const { changeId, name, stands, mayDecide, mayWithdraw, children, actions } = props;
  const t = useTranslations("settings.waiting");
  const part = (act: "confirm" | "decline" | "withdraw") => ({
    label: t(`${act}.button`),
    labelFor: t(`${act}.buttonFor`, { name }),
    title: name,
    confirmLabel: t(`${act}.button`),
    cancelLabel: t("cancel"),
    done: t(`${act}.done`),
  });
  const what = (act: "confirm" | "decline" | "withdraw") => (
    <>
      {children}
      <p className="mt-2">{t(`${act}.what`)}</p>
    </>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {mayDecide && (
        <ConfirmedAction {...part("decline")} act={() => actions.declineChange({ changeId })}>
          {what("decline")}
        </ConfirmedAction>
      )}
      {mayDecide && stands && props.confirm}
      {mayDecide && stands && !props.confirm && (
        <ConfirmedAction
          {...part("confirm")}
          variant="primary"
          act={() => actions.confirmChange({ changeId })}
        >
          {what("confirm")}
        </ConfirmedAction>
      )}
      {mayWithdraw && (
        <ConfirmedAction {...part("withdraw")} act={() => actions.withdrawChange({ changeId })}>
          {what("withdraw")}
        </ConfirmedAction>
      )}
    </div>
  );
}
