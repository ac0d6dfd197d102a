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

/** A button that asks first, acts once, and says how it went; a lost race shows the page anew. */
export function ConfirmedAction(props: ConfirmedActionProps) {
  const { label, labelFor, title, children, confirmLabel, cancelLabel, done, danger, act } = props;
  const text = useProblemText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    let answer: ActionResult<unknown> | null = null;
    const called = await callAction(async () => {
      answer = await act();
      return answer ?? { ok: true, data: null };
    });
    setOpen(false);
    if (!called.ok) {
      showToast("block", text(called.problem));
      return router.refresh();
    }
    if (answer !== null) showToast("pass", done);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant={props.variant} aria-label={labelFor}>
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
