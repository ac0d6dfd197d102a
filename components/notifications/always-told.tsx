import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { ALWAYS_TOLD } from "@/lib/domain/notifications";

/** What arrives whatever is chosen. */
export function AlwaysTold() {
  const t = useTranslations("notificationPreferences");
  return (
    <Section title={t("always")} aside={t("alwaysOn")}>
      <p className="mb-2 text-meta text-muted">{t("alwaysHint")}</p>
      <ul>
        {ALWAYS_TOLD.map((kind) => (
          <li key={kind} className="flex items-start gap-2 py-1">
            <Lock aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
            {t(`kind.${kind}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
