"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Checkbox } from "@/components/ui/checkbox";
import { ACQUIRER_ROLES, type Role } from "@/lib/domain/access/actor";
import type { Person } from "@/lib/domain/access/person";

type AcquirerRole = (typeof ACQUIRER_ROLES)[number];

type ChangeRolesProps = {
  person: Pick<Person, "userId" | "name" | "roles">;
  timeZone: string;
  actions: SettingsActions;
};

const ofAcquirer = (roles: readonly Role[]): AcquirerRole[] =>
  ACQUIRER_ROLES.filter((role) => roles.includes(role));

/** Other roles for one of the acquirer's people; a granted one waits for a second person. */
export function ChangeRoles({ person, timeZone, actions }: ChangeRolesProps) {
  const t = useTranslations("staff");
  const names = useTranslations("enums.role");
  const { userId, name } = person;
  const before = { roles: ofAcquirer(person.roles) };
  const form = useForm<{ roles: AcquirerRole[] }>({ defaultValues: before });
  const fault = form.formState.errors.roles;
  const read = async () => {
    const after = form.getValues();
    if (after.roles.length === 0) {
      form.setError("roles", { message: "no_role" });
      return null;
    }
    form.clearErrors();
    return { kind: "roles" as const, key: userId, before, after };
  };
  return (
    <SettingDialog
      title={t("rolesOf", { name })}
      label={t("roles")}
      people={{ [userId]: name }}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <fieldset>
        <legend className="sr-only">{t("roles")}</legend>
        {ACQUIRER_ROLES.map((role) => (
          <Checkbox
            key={role}
            {...form.register("roles")}
            value={role}
            label={names(role)}
            hint={t(`roleHint.${role}`)}
          />
        ))}
      </fieldset>
      <p role="alert" className="text-meta text-block empty:hidden">
        {fault && t("noRole")}
      </p>
    </SettingDialog>
  );
}
