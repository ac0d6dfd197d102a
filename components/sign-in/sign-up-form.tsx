"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { usePasswordFault } from "@/components/sign-in/use-password-fault";
import type { ActionResult } from "@/lib/contracts/action-result";
import { signUpForm, type SignUpForm as Values } from "@/lib/contracts/sign-in-form";

type SignUpFormProps = {
  signUp: (values: Values) => Promise<ActionResult<unknown>>;
  token: string;
  email: string;
  name: string;
};

/** Uses a one-time link: the person's name and the password they will sign in with. */
export function SignUpForm({ signUp, token, email, name }: SignUpFormProps) {
  const t = useTranslations("signIn");
  const faultText = usePasswordFault();
  const text = useProblemText();
  const [isDone, setIsDone] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(signUpForm),
    defaultValues: { token, name, password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit(async (values) => {
    const answer = await callAction(() => signUp(values));
    if (answer.ok) return setIsDone(true);
    const { problem } = answer;
    const fault = problem.fields.find(({ pointer }) => pointer === "/password");
    if (fault) return form.setError("password", { message: fault.code }, { shouldFocus: true });
    setRefusal(problem.code === "not-found" ? t("linkGone") : text(problem));
  });
  const submit = (event: FormEvent) => {
    setRefusal(null);
    void send(event);
  };
  if (isDone) {
    return (
      <Notice tone="pass" role="status" title={t("signedUp")}>
        <LinkButton href="/sign-in" variant="primary">
          {t("title")}
        </LinkButton>
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="space-y-4" noValidate>
      {refusal && (
        <Notice tone="block" role="alert">
          {refusal}
        </Notice>
      )}
      <p className="text-muted">{t("signUpFor", { email })}</p>
      <Field label={t("name")} error={errors.name && t("fault.required")} required>
        {(aria) => <Input {...aria} {...form.register("name")} autoComplete="name" />}
      </Field>
      <Field
        label={t("newPassword")}
        hint={t("passwordRule")}
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
      <Button type="submit" variant="primary" pending={isSubmitting} className="w-full">
        {t("setPassword")}
      </Button>
    </form>
  );
}
