"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";

type ChangeWithReasonProps = {
  label: string;
  title: string;
  /** Before and after. */
  children: ReactNode;
  change: (reason: string) => Promise<ActionResult<unknown>>;
};

/** A change that others will read the reason of: before and after, then the reason, then the act. */
export function ChangeWithReason({ label, title, children, change }: ChangeWithReasonProps) {
  const t = useTranslations("merchants");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [isShort, setIsShort] = useState(false);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const submit = async (form: FormData) => {
    const reason = String(form.get("reason") ?? "").trim();
    setIsShort(reason.length < 5);
    if (reason.length < 5) return;
    setPending(true);
    const answer = await callAction(() => change(reason));
    setPending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} closeLabel={shell("dismiss")}>
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          {problem && <ProblemNotice problem={problem} />}
          {children}
          <Field
            label={t("reason")}
            hint={t("reasonHint")}
            error={isShort && t("reasonShort")}
            required
          >
            {(control) => <Textarea {...control} name="reason" rows={3} maxLength={300} />}
          </Field>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" pending={pending}>
              {t("confirm")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
