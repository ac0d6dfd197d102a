import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { MaintenanceKind as Kind } from "@/lib/domain/maintenance";

/** What a maintenance does to checks, by colour and word. */
export function MaintenanceKind({ kind }: { kind: Kind }) {
  const t = useTranslations("maintenance.kind");
  return <Status tone={kind === "outage" ? "block" : "warn"}>{t(kind)}</Status>;
}
