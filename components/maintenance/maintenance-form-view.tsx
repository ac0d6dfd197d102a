"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Moment } from "@/components/time/moment";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import {
  announcedOf,
  type AnnouncedMaintenance,
  MaintenanceForm as Form,
} from "@/lib/contracts/maintenance-form";
import type { Instant } from "@/lib/domain/instant";
import { announcementFaults, MAINTENANCE_KINDS } from "@/lib/domain/maintenance";
import { formatInstant } from "@/lib/domain/zoned-time";

export type Announce = (input: AnnouncedMaintenance) => Promise<ActionResult<void>>;

type MaintenanceFormViewProps = {
  now: Instant;
  timeZone: string;
  announce: Announce;
  onDone: () => void;
};

const EMPTY: Form = {
  ...{ kind: "degraded", start: "later", startsAt: "", endsAt: "", titleEn: "", titleZh: "" },
};

/** The form of a maintenance window; before it is announced it says what checks will do meanwhile. */
export function MaintenanceFormView(props: MaintenanceFormViewProps) {
  const { now, timeZone, announce, onDone } = props;
  const t = useTranslations("maintenance");
  const form = useForm<Form>({ resolver: zodResolver(Form), defaultValues: EMPTY });
  const [asked, setAsked] = useState<AnnouncedMaintenance | null>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const { errors } = form.formState;
  const isLater = useWatch({ control: form.control, name: "start" }) === "later";
  const today = formatInstant(now, timeZone).slice(0, 16);

  const tell = (faults: readonly { pointer: string; code: string }[]) => {
    for (const { pointer, code } of faults) {
      form.setError(pointer.slice(1) as keyof Form, { message: code }, { shouldFocus: true });
    }
    return faults.length > 0;
  };
  const ask = (values: Form) => {
    const wanted = announcedOf(values, timeZone);
    const at = Date.now();
    const times = { startsAt: wanted.startsAt ?? at, endsAt: wanted.endsAt };
    if (!tell(announcementFaults(times, at))) setAsked(wanted);
  };
  const confirm = async () => {
    if (!asked) return;
    const answer = await callAction(() => announce(asked));
    setAsked(null);
    if (answer.ok) {
      showToast("pass", t("announced"));
      return onDone();
    }
    if (!tell(answer.problem.fields)) setProblem(answer.problem);
  };
  const fault = (field: keyof typeof errors) => {
    const code = errors[field]?.message;
    return code && t(`fault.${code as "missing"}`);
  };
  return (
    <form
      method="post"
      onSubmit={(event) => void form.handleSubmit(ask)(event)}
      noValidate
      className="space-y-4"
    >
      {problem && <ProblemNotice problem={problem} />}
      <RadioGroup
        legend={t("column.effect")}
        name="kind"
        inputProps={() => form.register("kind")}
        options={MAINTENANCE_KINDS.map((kind) => ({
          ...{ value: kind, label: t(`kind.${kind}`), hint: t(`kindHint.${kind}`) },
        }))}
      />
      <RadioGroup
        legend={t("start.legend")}
        name="start"
        inputProps={() => form.register("start")}
        options={[
          { value: "later", label: t("start.later") },
          { value: "now", label: t("start.now") },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {isLater && (
          <Field label={t("column.from")} error={fault("startsAt")} required>
            {(aria) => (
              <Input {...aria} {...form.register("startsAt")} type="datetime-local" min={today} />
            )}
          </Field>
        )}
        <Field label={t("column.until")} error={fault("endsAt")} required>
          {(aria) => (
            <Input {...aria} {...form.register("endsAt")} type="datetime-local" min={today} />
          )}
        </Field>
      </div>
      <Field label={t("titleZh")} error={fault("titleZh")} required>
        {(aria) => <Input {...aria} {...form.register("titleZh")} maxLength={120} />}
      </Field>
      <Field label={t("titleEn")} error={fault("titleEn")} required>
        {(aria) => <Input {...aria} {...form.register("titleEn")} maxLength={120} />}
      </Field>
      <Button type="submit" variant="primary">
        {t("goOn")}
      </Button>
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setAsked(null)}
          title={t(`ask.${asked.kind}`)}
          confirmLabel={t("announce")}
          cancelLabel={t("back")}
          danger={asked.kind === "outage"}
          onConfirm={confirm}
        >
          <p>
            {t.rich(asked.startsAt === null ? "spanNow" : "span", {
              from: () => <Moment at={asked.startsAt ?? now} timeZone={timeZone} />,
              until: () => <Moment at={asked.endsAt} timeZone={timeZone} />,
            })}
          </p>
          <p className="mt-2">{t(`askWhat.${asked.kind}`)}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}
