import { useTranslations } from "next-intl";

/** How much waits at a place, beside its name. */
export function WaitingMark({ count }: { count: number | undefined }) {
  const t = useTranslations("proposals");
  if (!count) return null;
  return (
    <span className="ml-1.5 inline-block min-w-4 rounded-full bg-accent px-1 text-center text-meta leading-4 font-medium text-on-accent">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("mark", { count })}</span>
    </span>
  );
}
