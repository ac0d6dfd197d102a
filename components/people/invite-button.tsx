"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { showToast } from "@/components/ui/toast";
import { type IssuedLink, IssuedDialog } from "@/components/people/issued-dialog";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import { type InviteForm, inviteForm } from "@/lib/contracts/team-forms";
import { MERCHANT_ROLES } from "@/lib/domain/access/actor";

type InviteButtonProps = {
  timeZone: string;
  actions: {
    invite: (form: InviteForm) => Promise<ActionResult<IssuedLink>>;
    confirmPassword: ConfirmPassword;
  };
};

const EMPTY: InviteForm = { email: "", role: "merchant_staff" };

/** Adds somebody to the team and shows their sign-up link, this once. */
export function InviteButton({ timeZone, actions }: InviteButtonProps) {
  const t = useTranslations("team");
  const shell = useTranslations("shell");
  const roleNames = useTranslations("enums.role");
  const text = useProblemText();
  const fresh = useFreshPassword(actions.confirmPassword);
  const [open, setOpen] = useState(false);
  const [issued, setIssued] = useState<{ email: string; link: IssuedLink } | null>(null);
  const form = useForm<InviteForm>({ resolver: zodResolver(inviteForm), defaultValues: EMPTY });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const answer = await fresh.run(() => actions.invite(values));
    if (!answer) return;
    if (answer.ok) {
      setOpen(false);
      form.reset(EMPTY);
      return setIssued({ email: values.email, link: answer.data });
    }
    const fault = answer.problem.fields.find(({ pointer }) => pointer === "/email");
    if (!fault) return showToast("block", text(answer.problem));
    form.setError("email", { message: fault.code }, { shouldFocus: true });
  });
  const emailFault = errors.email && t(errors.email.message === "taken" ? "taken" : "noEmail");
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        {t("invite")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("inviteTitle")}
        description={t("inviteWhat")}
        closeLabel={shell("dismiss")}
      >
        <form
          method="post"
          onSubmit={(event) => void submit(event)}
          className="space-y-4"
          noValidate
        >
          <Field label={t("email")} error={emailFault} required>
            {(aria) => (
              <Input {...aria} {...form.register("email")} type="email" autoComplete="off" />
            )}
          </Field>
          <RadioGroup
            legend={t("role")}
            name="role"
            inputProps={() => form.register("role")}
            options={MERCHANT_ROLES.toReversed().map((role) => ({
              value: role,
              label: roleNames(role),
              hint: t(`roleHint.${role}`),
            }))}
          />
          <Button type="submit" variant="primary" pending={isSubmitting}>
            {t("inviteConfirm")}
          </Button>
        </form>
      </Dialog>
      {fresh.dialog}
      <IssuedDialog
        name={issued?.email ?? ""}
        link={issued?.link ?? null}
        timeZone={timeZone}
        onClose={() => setIssued(null)}
      />
    </>
  );
}
