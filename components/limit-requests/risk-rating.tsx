import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";

const TONE = { low: "pass", medium: "warn", high: "block" } as const satisfies Record<string, Tone>;
type Rating = keyof typeof TONE;

/** How the latest risk review rated a merchant. */
export function RiskRating({ rating }: { rating: string | null }) {
  const t = useTranslations("queue.risk");
  if (rating === null || !(rating in TONE)) return <span className="text-muted">{t("none")}</span>;
  return <Status tone={TONE[rating as Rating]}>{t(rating as Rating)}</Status>;
}
