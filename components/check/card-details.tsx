"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";

export type CardDetailsValue = Pick<
  Proposal,
  "entryMode" | "fundingSource" | "cardOrigin" | "cardExpiry"
>;

type CardDetailsProps = {
  value: CardDetailsValue;
  onChange: (value: CardDetailsValue) => void;
};

const chosen = <T extends string>(values: readonly T[], value: string) =>
  values.find((known) => known === value);

/** What a cashier may know about the card; the more is said, the sharper the answer. */
export function CardDetails({ value, onChange }: CardDetailsProps) {
  const t = useTranslations("check");
  const enums = useTranslations("enums");
  const set = (part: CardDetailsValue) => onChange({ ...value, ...part });
  return (
    <Disclosure summary={t("moreAboutCard")}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t("entryMode")}>
          {(control) => (
            <Select
              {...control}
              emptyLabel={t("notSaid")}
              value={value.entryMode ?? ""}
              onChange={(event) => set({ entryMode: chosen(ENTRY_MODES, event.target.value) })}
              options={ENTRY_MODES.map((mode) => ({
                value: mode,
                label: enums(`entryMode.${mode}`),
              }))}
            />
          )}
        </Field>
        <Field label={t("fundingSource")}>
          {(control) => (
            <Select
              {...control}
              emptyLabel={t("notSaid")}
              value={value.fundingSource ?? ""}
              onChange={(event) =>
                set({ fundingSource: chosen(FUNDING_SOURCES, event.target.value) })
              }
              options={FUNDING_SOURCES.map((source) => ({
                value: source,
                label: enums(`fundingSource.${source}`),
              }))}
            />
          )}
        </Field>
        <Field label={t("cardOrigin")}>
          {(control) => (
            <Select
              {...control}
              emptyLabel={t("notSaid")}
              value={value.cardOrigin ?? ""}
              onChange={(event) => set({ cardOrigin: chosen(CARD_ORIGINS, event.target.value) })}
              options={CARD_ORIGINS.map((origin) => ({
                value: origin,
                label: enums(`cardOrigin.${origin}`),
              }))}
            />
          )}
        </Field>
        <Field label={t("cardExpiry")}>
          {(control) => (
            <Input
              {...control}
              type="month"
              value={value.cardExpiry ?? ""}
              onChange={(event) => set({ cardExpiry: event.target.value || undefined })}
            />
          )}
        </Field>
      </div>
    </Disclosure>
  );
}
