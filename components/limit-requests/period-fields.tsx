"use client";

import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { LimitRequestForm } from "@/lib/contracts/limit-request-form";

type PeriodFieldsProps = { form: UseFormReturn<LimitRequestForm>; today: string };

/** From when, and until when; nothing said means at once and for good. */
export function PeriodFields({ form, today }: PeriodFieldsProps) {
  const t = useTranslations("limitRequests");
  const { register, control, formState } = form;
  const isTemporary = useWatch({ control, name: "period" }) === "temporary";
  const endFault = formState.errors.endsOn?.message;
  return (
    <>
      <RadioGroup
        legend={t("period.legend")}
        name="period"
        inputProps={() => register("period")}
        options={[
          { value: "lasting", label: t("period.lasting") },
          { value: "temporary", label: t("period.temporary"), hint: t("period.temporaryHint") },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("period.startsOn")} hint={t("period.startsOnHint")}>
          {(aria) => <Input {...aria} {...register("startsOn")} type="date" min={today} />}
        </Field>
        {isTemporary && (
          <Field
            label={t("period.endsOn")}
            hint={t("period.endsOnHint")}
            error={
              endFault &&
              t(endFault === "endMissing" ? "fault.endMissing" : "fault.not_after_start")
            }
            required
          >
            {(aria) => <Input {...aria} {...register("endsOn")} type="date" min={today} />}
          </Field>
        )}
      </div>
    </>
  );
}
