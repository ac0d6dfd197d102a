import { useTranslations } from "next-intl";
import { CodeChanges } from "@/components/settings/code-changes";
import { useSettingText } from "@/components/settings/use-setting-text";
import type { SettingsWish } from "@/lib/domain/settings/settings-change";
import { codeChanges } from "@/lib/domain/settings/settings-effect";

type SettingChangeProps = { wish: SettingsWish; people?: Readonly<Record<string, string>> };

/** A change as before and after; of a map, each reason that changes. */
export function SettingChange({ wish, people }: SettingChangeProps) {
  const t = useTranslations("settings");
  const { before, after } = useSettingText(people)(wish);
  if (wish.kind === "reason_code_map") {
    return <CodeChanges changes={codeChanges(wish.before, wish.after)} />;
  }
  return (
    <p className="tabular-nums">
      {before !== null && (
        <>
          <span className="sr-only">{t("was")} </span>
          <del className="text-muted">{before}</del>
          {" → "}
          <span className="sr-only">{t("becomes")} </span>
        </>
      )}
      <ins className="font-medium no-underline">{after}</ins>
    </p>
  );
}
