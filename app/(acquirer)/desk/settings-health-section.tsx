import { DeskFindings } from "@/components/desk/desk-findings";
import type { Session } from "@/lib/auth/session";
import { getSettingsHealth } from "@/lib/use-cases/installation/get-settings-health";

type SettingsHealthSectionProps = { ctx: Session["ctx"]; timeZone: string };

/** Comes after the page: looking over all settings may take a while. */
export async function SettingsHealthSection({ ctx, timeZone }: SettingsHealthSectionProps) {
  const health = await getSettingsHealth(ctx).catch(() => null);
  return <DeskFindings health={health} timeZone={timeZone} />;
}
