"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OfficeForm, officeOf } from "@/lib/contracts/settings-form";
import { isRoundTheClock, type OfficeHours } from "@/lib/domain/limit-requests/due-at";

type ChangeOfficeHoursProps = { office: OfficeHours; timeZone: string; actions: SettingsActions };

const WEEK = ["1", "2", "3", "4", "5", "6", "7"] as const;
const WORKING_DAYS = WEEK.slice(0, 5);

/** What the form begins with; whose office never closes is offered usual hours. */
function startOf(office: OfficeHours): OfficeForm {
  if (isRoundTheClock(office)) {
    return { always: true, officeFrom: "09:00", officeTo: "18:00", officeDays: WORKING_DAYS };
  }
  const officeTo = office.officeTo === "24:00" ? "00:00" : office.officeTo;
  return {
    ...office,
    always: false,
    officeTo,
    officeDays: WEEK.filter((day) => office.officeDays.includes(Number(day))),
  };
}

/** Other hours within which requests are decided. */
export function ChangeOfficeHours({ office, timeZone, actions }: ChangeOfficeHoursProps) {
  const t = useTranslations("settings");
  const days = useTranslations("audit.day");
  const form = useForm({ resolver: zodResolver(OfficeForm), defaultValues: startOf(office) });
  const readForm = useReadForm(form);
  const { control, register, formState } = form;
  const always = useWatch({ control, name: "always" });
  const read = async () => {
    const filled = await readForm();
    const before = { ...office, officeDays: [...office.officeDays] };
    return (
      filled && { kind: "office_hours" as const, key: "" as const, before, after: officeOf(filled) }
    );
  };
  return (
    <SettingDialog
      title={t("name.office_hours")}
      onOpen={() => form.reset(startOf(office))}
      {...{ read, timeZone, actions }}
    >
      <Checkbox {...register("always")} label={t("roundTheClock")} />
      <div hidden={always} className="space-y-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("officeFrom")} required>
            {(aria) => <Input {...aria} {...register("officeFrom")} type="time" />}
          </Field>
          <Field
            label={t("officeTo")}
            hint={t("officeToHint")}
            error={formState.errors.officeTo && t("fault.closes_early")}
            required
          >
            {(aria) => <Input {...aria} {...register("officeTo")} type="time" />}
          </Field>
        </div>
        <fieldset>
          <legend className="mb-1 font-medium">{t("officeDays")}</legend>
          <div className="flex flex-wrap gap-x-6">
            {WEEK.map((day) => (
              <Checkbox key={day} {...register("officeDays")} value={day} label={days(day)} />
            ))}
          </div>
          <p role="alert" className="text-meta text-block empty:hidden">
            {formState.errors.officeDays && t("fault.no_day")}
          </p>
        </fieldset>
      </div>
    </SettingDialog>
  );
}
