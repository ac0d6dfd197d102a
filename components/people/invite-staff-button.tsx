"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { InviteStaffForm } from "@/lib/contracts/people-forms";
import { ACQUIRER_ROLES } from "@/lib/domain/access/actor";

type InviteStaffButtonProps = { invite: (form: InviteStaffForm) => Promise<ActionResult<void>> };

const EMPTY: InviteStaffForm = { email: "", name: "", roles: [] };

/** Proposes somebody new; a second person confirms, and is shown the sign-up link. */
export function InviteStaffButton({ invite }: InviteStaffButtonProps) {
  const t = useTranslations("staff.invite");
  const hints = useTranslations("staff.roleHint");
  const shell = useTranslations("shell");
  const roleNames = useTranslations("enums.role");
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const form = useForm({ resolver: zodResolver(InviteStaffForm), defaultValues: EMPTY });
  const { errors, isSubmitting } = form.formState;
  const toggle = (next: boolean) => {
    if (next) form.reset(EMPTY);
    setProblem(null);
    setOpen(next);
  };
  const submit = form.handleSubmit(async (values) => {
    const answer = await callAction(() => invite(values));
    if (answer.ok) {
      toggle(false);
      return showToast("pass", t("done"));
    }
    const fault = answer.problem.fields.find(({ pointer }) => pointer === "/email");
    if (fault) form.setError("email", { message: "taken" }, { shouldFocus: true });
    setProblem(fault ? null : answer.problem);
  });
  const emailFault = errors.email && t(errors.email.message === "taken" ? "taken" : "noEmail");
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden className="size-4" />
          {t("button")}
        </Button>
      }
      title={t("title")}
      closeLabel={shell("dismiss")}
    >
      <form method="post" onSubmit={(event) => void submit(event)} className="space-y-4" noValidate>
        {problem && <ProblemNotice problem={problem} />}
        <Field label={t("email")} error={emailFault} required>
          {(aria) => (
            <Input {...aria} {...form.register("email")} type="email" autoComplete="off" />
          )}
        </Field>
        <Field label={t("name")} error={errors.name && t("noName")} required>
          {(aria) => <Input {...aria} {...form.register("name")} autoComplete="off" />}
        </Field>
        <fieldset aria-describedby={errors.roles ? "invite-roles-error" : undefined}>
          <legend className="mb-1 font-medium">{t("roles")}</legend>
          {ACQUIRER_ROLES.map((role) => (
            <Checkbox
              key={role}
              {...form.register("roles")}
              value={role}
              label={roleNames(role)}
              hint={hints(role)}
            />
          ))}
          <p id="invite-roles-error" role="alert" className="text-meta text-block empty:hidden">
            {errors.roles && t("noRole")}
          </p>
        </fieldset>
        <Notice tone="info">{t("needsSecond")}</Notice>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {t("confirm")}
        </Button>
      </form>
    </Dialog>
  );
}
