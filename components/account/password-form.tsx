"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { usePasswordFault } from "@/components/sign-in/use-password-fault";
import type { ActionResult } from "@/lib/contracts/action-result";
import { setPasswordForm, type SetPasswordForm } from "@/lib/contracts/sign-in-form";

type PasswordFormProps = {
  email: string;
  changePassword: (form: SetPasswordForm) => Promise<ActionResult<{ endedSessions: number }>>;
};

/** A new password for oneself, with the current one. */
export function PasswordForm({ email, changePassword }: PasswordFormProps) {
  const t = useTranslations("account");
  const signIn = useTranslations("signIn");
  const text = useProblemText();
  const faultText = usePasswordFault();
  const form = useForm<SetPasswordForm>({
    resolver: zodResolver(setPasswordForm),
    defaultValues: { current: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const answer = await callAction(() => changePassword(values));
    if (answer.ok) {
      form.reset();
      const others = answer.data.endedSessions > 0 ? t("changedOthers") : undefined;
      return showToast("pass", t("changed"), others);
    }
    const fault = answer.problem.fields.find(({ pointer }) => pointer === "/password");
    if (fault) return form.setError("password", { message: fault.code }, { shouldFocus: true });
    form.setError("current", { message: text(answer.problem) }, { shouldFocus: true });
  });
  const currentFault = errors.current?.message;
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="space-y-4" noValidate>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field
        label={t("current")}
        error={currentFault === "required" ? signIn("fault.required") : currentFault}
        required
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("current")}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Field
        label={t("new")}
        hint={signIn("passwordRule")}
        error={errors.password && faultText(errors.password.message)}
        required
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("password")}
            type="password"
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={isSubmitting}>
        {t("change")}
      </Button>
    </form>
  );
}
