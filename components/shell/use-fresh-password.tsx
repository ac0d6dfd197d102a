"use client";

import { useRef, useState } from "react";
import { callAction } from "@/components/shell/call-action";
import {
  type ConfirmPassword,
  FreshPasswordDialog,
} from "@/components/shell/fresh-password-dialog";
import type { ActionResult } from "@/lib/contracts/action-result";

/** Runs an action; when it wants a fresh password, asks for it and tries once more. */
export function useFreshPassword(confirmPassword: ConfirmPassword) {
  const [open, setOpen] = useState(false);
  const resolve = useRef<((confirmed: boolean) => void) | null>(null);

  const ask = () => {
    setOpen(true);
    return new Promise<boolean>((done) => {
      resolve.current = done;
    });
  };
  const close = (confirmed: boolean) => {
    setOpen(false);
    resolve.current?.(confirmed);
  };

  /** Null when the person would not give the password. */
  const run = async <T,>(act: () => Promise<ActionResult<T>>): Promise<ActionResult<T> | null> => {
    const first = await callAction(act);
    if (!first || first.ok || first.problem.code !== "fresh-password-needed") return first;
    return (await ask()) ? callAction(act) : null;
  };

  return {
    run,
    dialog: <FreshPasswordDialog open={open} onClose={close} confirmPassword={confirmPassword} />,
  };
}
