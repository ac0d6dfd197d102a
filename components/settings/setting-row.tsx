import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type SettingRowProps = {
  name: string;
  value: ReactNode;
  hint: ReactNode;
  /** Changing it takes two people. */
  needsTwo?: boolean;
  change: ReactNode;
};

/** One setting as it stands, and the way to change it. */
export function SettingRow({ name, value, hint, needsTwo, change }: SettingRowProps) {
  const t = useTranslations("settings");
  return (
    <li className="flex items-start justify-between gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="text-meta text-muted">
          {name}
          {needsTwo && ` · ${t("twoPeople")}`}
        </p>
        <p className="font-medium break-words tabular-nums">{value}</p>
        <p className="text-meta text-muted">{hint}</p>
      </div>
      <div className="shrink-0">{change}</div>
    </li>
  );
}
