import { useTranslations } from "next-intl";

const SWATCHES = [
  { key: "used", swatch: "bg-bar-used" },
  { key: "reserved", swatch: "hatch border border-line-strong" },
  { key: "left", swatch: "bg-bar-track" },
  { key: "requested", swatch: "border border-dashed border-line-strong" },
] as const;

/** What the parts of a bar mean. */
export function BarLegend() {
  const t = useTranslations("limits.legend");
  return (
    <ul className="flex flex-wrap gap-x-4 text-meta text-muted">
      {SWATCHES.map(({ key, swatch }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={`h-2.5 w-4 rounded-control ${swatch}`} />
          {t(key)}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3.5 w-0.5 bg-ink" />
        {t("warn")}
      </li>
    </ul>
  );
}
