"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import { signInForm, type SignInForm as Values } from "@/lib/contracts/sign-in-form";

type SignInFormProps = {
  signIn: (values: Values) => Promise<ActionResult<unknown>>;
  /** Where to go afterwards, inside this portal. */
  next: string;
};

/** E-mail and password; what went wrong is told above the fields without saying which was wrong. */
export function SignInForm({ signIn, next }: SignInFormProps) {
  const t = useTranslations("signIn");
  const text = useProblemText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(signInForm),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const send = form.handleSubmit(async (values) => {
    const answer = await callAction(() => signIn(values));
    if (answer.ok) {
      window.location.assign(next);
      return;
    }
    const key = `problem.${answer.problem.code}` as "problem.sign-in-refused";
    setRefusal(t.has(key) ? t(key) : text(answer.problem));
    form.resetField("password");
    form.setFocus("password");
  });
  const submit = (event: FormEvent) => {
    setRefusal(null);
    void send(event);
  };
  const pending = isSubmitting || (isSubmitSuccessful && refusal === null);
  return (
    <form method="post" onSubmit={submit} className="space-y-4" noValidate>
      {refusal && (
        <Notice tone="block" role="alert">
          {refusal}
        </Notice>
      )}
      <Field label={t("email")} error={errors.email && t("fault.email")} required>
        {(aria) => (
          <Input {...aria} {...form.register("email")} type="email" autoComplete="username" />
        )}
      </Field>
      <Field label={t("password")} error={errors.password && t("fault.required")} required>
        {(aria) => (
          <Input
            {...aria}
            {...form.register("password")}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {t("submit")}
      </Button>
    </form>
  );
}
