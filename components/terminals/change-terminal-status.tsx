"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { TerminalStatusForm } from "@/lib/contracts/terminal-status-form";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import {
  effectOfStatus,
  TERMINAL_STATUSES,
  terminalMayBecome,
} from "@/lib/domain/terminals/terminal-status";

export type SetTerminalStatusAction = (form: TerminalStatusForm) => Promise<ActionResult<unknown>>;

type ChangeTerminalStatusProps = {
  terminal: { merchantId: string; terminalId: string; status: TerminalStatus; version: number };
  setStatus: SetTerminalStatusAction;
};

/** The way to another status of a terminal: which, what that does to charges, and why. */
export function ChangeTerminalStatus({ terminal, setStatus }: ChangeTerminalStatusProps) {
  const t = useTranslations("terminalStatus");
  const faults = useTranslations("imports.fault");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  if (terminal.status === "retired" && !open) {
    return <p className="text-meta text-muted">{faults("retired")}</p>;
  }
  return (
    <Dialog
      trigger={<Button variant="primary">{t("change")}</Button>}
      title={t("title", { terminal: terminal.terminalId })}
      closeLabel={shell("dismiss")}
      open={open}
      onOpenChange={setOpen}
    >
      <StatusForm {...{ terminal, setStatus }} close={() => setOpen(false)} />
    </Dialog>
  );
}

type StatusFormProps = ChangeTerminalStatusProps & { close: () => void };

function StatusForm({ terminal, setStatus, close }: StatusFormProps) {
  const t = useTranslations("terminalStatus");
  const faults = useTranslations("imports.fault");
  const words = useTranslations("merchants");
  const statuses = useTranslations("enums.terminalStatus");
  const shell = useTranslations("shell");
  const router = useRouter();
  const [seen, setSeen] = useState(terminal);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  // Whoever lost a race decides anew, on what the terminal is by now.
  const isOutdated = problem?.code === "conflict";
  if (isOutdated && terminal.version > seen.version) setSeen(terminal);
  const { merchantId, terminalId, version } = seen;
  const form = useForm<TerminalStatusForm>({
    resolver: zodResolver(TerminalStatusForm),
    defaultValues: { merchantId, terminalId, reason: "", seenVersion: version },
  });
  const { getValues, resetField } = form;
  useEffect(() => {
    const chosen = getValues("status");
    if (chosen && !terminalMayBecome(seen.status, chosen)) resetField("status");
  }, [seen.status, getValues, resetField]);
  const { errors, isSubmitting } = form.formState;
  const status = useWatch({ control: form.control, name: "status" }) as TerminalStatus | undefined;
  const send = form.handleSubmit(async (said) => {
    const answer = await callAction(() => setStatus({ ...said, seenVersion: version }));
    if (answer.ok) {
      close();
      showToast("pass", t("changed", { terminal: terminalId, status: statuses(said.status) }));
      return;
    }
    setProblem(answer.problem);
    if (answer.problem.code === "conflict") router.refresh();
  });
  const options = TERMINAL_STATUSES.filter((to) => terminalMayBecome(seen.status, to));
  const effect = status && terminalMayBecome(seen.status, status) ? status : null;
  if (options.length === 0) {
    return (
      <div className="space-y-3">
        <Outdated />
        <p className="text-muted">{t("now", { status: statuses(seen.status) })}</p>
        <p>{faults("retired")}</p>
        <div className="flex justify-end">
          <Button onClick={close}>{shell("dismiss")}</Button>
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={send} noValidate className="space-y-3">
      {problem && !isOutdated && <ProblemNotice problem={problem} />}
      {isOutdated && <Outdated />}
      <p className="text-muted">{t("now", { status: statuses(seen.status) })}</p>
      <RadioGroup
        legend={t("field")}
        name="status"
        inputProps={() => form.register("status")}
        error={errors.status && t("choose")}
        options={options.map((value) => ({
          ...{ value, label: statuses(value), hint: t(`means.${value}`) },
        }))}
      />
      <div aria-live="polite">
        {effect && (
          <Notice tone={effect === "deployed" ? "info" : "warn"}>
            <p className="font-medium">
              {words("beforeAfter", { before: statuses(seen.status), after: statuses(effect) })}
            </p>
            <p>{t(`effect.${effectOfStatus(seen.status, effect)}`)}</p>
            {effect === "retired" && <p>{faults("retired")}</p>}
          </Notice>
        )}
      </div>
      <Field
        label={words("reason")}
        hint={t("reasonHint")}
        error={errors.reason && words("reasonShort")}
        required
      >
        {(control) => (
          <Textarea {...control} {...form.register("reason")} rows={3} maxLength={300} />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{words("cancel")}</Button>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {words("confirm")}
        </Button>
      </div>
    </form>
  );
}

function Outdated() {
  const t = useTranslations("terminalStatus");
  return (
    <Notice tone="block" role="alert">
      {t("outdated")}
    </Notice>
  );
}
