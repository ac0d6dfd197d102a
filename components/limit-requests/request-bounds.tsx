"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { Disclosure } from "@/components/ui/disclosure";
import { BoundField } from "@/components/limit-requests/bound-field";
import { useBoundText } from "@/components/limit-requests/use-bound-text";
import type { FormFault, LimitRequestForm } from "@/lib/contracts/limit-request-form";
import type { LimitIdentity, LimitValues } from "@/lib/domain/limits/limit";

type RequestBoundsProps = {
  form: UseFormReturn<LimitRequestForm>;
  limit: LimitIdentity;
  current: LimitValues;
  faults: readonly FormFault[];
};

/** The bounds a limit of this window has; the maximum first, the rare one folded away. */
export function RequestBounds({ form, limit, current, faults }: RequestBoundsProps) {
  const t = useTranslations("limitRequests");
  const money = useTranslations("money.fault");
  const bound = useBoundText(limit.currency);
  const fault = (field: FormFault["field"]) => {
    const code = faults.find((one) => one.field === field)?.code;
    if (code === undefined) return undefined;
    if (code === "not_a_count") return t("fault.not_a_count");
    return money.has(code as "empty") ? money(code as "empty") : money("too_large");
  };
  const common = { control: form.control, currency: limit.currency };
  const isPerCharge = limit.window === "per_transaction";
  const second = isPerCharge ? (
    <BoundField
      {...common}
      field="minAmount"
      none="noMinAmount"
      label={t("field.min_amount")}
      noneLabel={t("without.min_amount")}
      now={bound(current, "min_amount")}
      error={fault("minAmount")}
    />
  ) : (
    <BoundField
      {...common}
      field="maxCount"
      none="noMaxCount"
      label={t("field.max_count")}
      noneLabel={t("without.max_count")}
      now={bound(current, "max_count")}
      error={fault("maxCount")}
    />
  );
  const isSecondSet = isPerCharge ? current.minAmountMinor !== null : current.maxCount !== null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <BoundField
        {...common}
        field="maxAmount"
        none="noMaxAmount"
        label={t("field.max_amount")}
        noneLabel={t("without.max_amount")}
        now={bound(current, "max_amount")}
        error={fault("maxAmount")}
      />
      {isSecondSet ? (
        second
      ) : (
        <Disclosure
          summary={t(isPerCharge ? "more.min_amount" : "more.max_count")}
          className="sm:pt-7"
        >
          {second}
        </Disclosure>
      )}
    </div>
  );
}
