"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { PeriodForm } from "@/lib/contracts/period-form";

/** From when, and until when, of the form around; nothing said means at once and for good. */
export function PeriodFields({ today }: { today: string }) {
  const t = useTranslations("limitRequests");
  const { register, control, formState } = useFormContext<PeriodForm>();
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
