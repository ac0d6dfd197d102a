"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { BACKDROP_CLASS, POPUP_CLASS } from "@/components/ui/popup-class";

type ConfirmDialogProps = {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will change: before and after, who is affected, from when. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  /** The dialog stays open and busy until this is done. */
  onConfirm: () => Promise<void> | void;
};

/** Asks before something that costs money or binds others; Escape and the first focus mean "no". */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, children, confirmLabel, cancelLabel, danger, onConfirm } = props;
  const [innerOpen, setInnerOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const open = props.open ?? innerOpen;
  const setOpen = props.onOpenChange ?? setInnerOpen;
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      setOpen(false);
    } finally {
      setPending(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      {trigger && <AlertDialog.Trigger render={trigger} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP_CLASS} />
        <AlertDialog.Popup
          className={classNames(
            POPUP_CLASS,
            "fixed left-1/2 w-[min(28rem,100vw)] -translate-x-1/2 overflow-y-auto p-4",
            "max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:rounded-b-none",
            "sm:top-1/2 sm:max-h-[88dvh] sm:-translate-y-1/2",
          )}
        >
          <AlertDialog.Title className="mb-2 font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />}>{children}</AlertDialog.Description>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button>{cancelLabel}</Button>} />
            <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
