"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contracts/action-result";

type ConfirmedActionProps = {
  label: string;
  /** Says of which record, where several buttons carry the same label. */
  labelFor?: string;
  title: ReactNode;
  /** What will change: before and after, who is affected, from when. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  done: string;
  variant?: "primary" | "secondary";
  danger?: boolean;
  /** Null when the person would not give the password. */
  act: () => Promise<ActionResult<unknown> | null>;
};

const NOTHING: ActionResult<null> = { ok: true, data: null };

/** A button that asks first, acts once, and says how it went; a lost race shows the page anew. */
export function ConfirmedAction(props: ConfirmedActionProps) {
  const { label, labelFor, title, children, confirmLabel, cancelLabel, done, danger, act } = props;
  const text = useProblemText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const confirm = async () => {
    // What asks for a password must not open under this dialog.
    setOpen(false);
    setPending(true);
    const answer = await callAction(async () => (await act()) ?? NOTHING);
    setPending(false);
    if (answer === NOTHING) return;
    if (answer.ok) return showToast("pass", done);
    showToast("block", text(answer.problem));
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant={props.variant} pending={pending} aria-label={labelFor}>
          {label}
        </Button>
      }
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={cancelLabel}
      danger={danger}
      onConfirm={confirm}
    >
      {children}
    </ConfirmDialog>
  );
}
