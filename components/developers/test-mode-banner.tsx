import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says over everything made by test keys that none of it is real. */
export function TestModeBanner() {
  const t = useTranslations("testMode.banner");
  return (
    <div
      role="note"
      className="mb-4 flex gap-3 rounded-panel border-2 border-dashed border-warn-mark bg-warn-soft px-4 py-3"
    >
      <FlaskConical aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
      <p className="min-w-0">
        <strong className="font-semibold text-warn">{t("title")}</strong> {t("text")}
      </p>
    </div>
  );
}
