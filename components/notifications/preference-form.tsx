"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";
import {
  type NotificationPreferenceForm,
  notificationPreferenceForm,
} from "@/lib/contracts/notification-preference-form";
import { MUTABLE_KINDS, USAGE_PERCENTS } from "@/lib/domain/notifications";

type PreferenceFormProps = {
  chosen: NotificationPreferenceForm;
  /** How long a question stays open. */
  questionDays: number;
  setPreference: (form: NotificationPreferenceForm) => Promise<ActionResult<unknown>>;
};

/** What a person wants to be told: from which share of a limit on, and which steps of requests. */
export function PreferenceForm({ chosen, questionDays, setPreference }: PreferenceFormProps) {
  const t = useTranslations("notificationPreferences");
  const text = useProblemText();
  const form = useForm<NotificationPreferenceForm>({
    resolver: zodResolver(notificationPreferenceForm),
    defaultValues: chosen,
  });
  const { isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const answer = await callAction(() => setPreference(values));
    if (!answer.ok) return showToast("block", text(answer.problem));
    form.reset(values);
    showToast("pass", t("saved"));
  });
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="space-y-4" noValidate>
      <Section title={t("usage")}>
        <fieldset>
          <legend className="text-meta text-muted">{t("usageHint")}</legend>
          <div className="mt-2 flex flex-wrap gap-x-8">
            {USAGE_PERCENTS.map((percent) => (
              <Checkbox
                key={percent}
                {...form.register("percents")}
                value={String(percent)}
                // Also before the script runs a box shows what was chosen.
                defaultChecked={chosen.percents.includes(String(percent))}
                label={t(percent === 100 ? "usedUp" : "used", { percent })}
              />
            ))}
          </div>
        </fieldset>
      </Section>
      <Section title={t("requests")}>
        <fieldset>
          <legend className="text-meta text-muted">{t("requestsHint")}</legend>
          <div className="mt-2">
            {MUTABLE_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                {...form.register("kinds")}
                value={kind}
                defaultChecked={chosen.kinds.includes(kind)}
                label={t(`kind.${kind}`)}
                hint={
                  kind === "question_asked" ? t("questionHint", { days: questionDays }) : undefined
                }
              />
            ))}
          </div>
        </fieldset>
      </Section>
      <Button type="submit" variant="primary" pending={isSubmitting} disabled={!isDirty}>
        {t("save")}
      </Button>
    </form>
  );
}
