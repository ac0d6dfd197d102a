import { useDateLocale } from "@/components/time/use-date-locale";
import { formatMoment, type MomentStyle } from "@/lib/i18n/format-moment";
import type { Instant } from "@/lib/domain/instant";

type MomentProps = { at: Instant; timeZone: string; style?: MomentStyle; className?: string };

export function Moment({ at, timeZone, style = "full", className }: MomentProps) {
  const locale = useDateLocale();
  return (
    <time dateTime={new Date(at).toISOString()} className={className}>
      {formatMoment(at, style, timeZone, locale)}
    </time>
  );
}
