import "server-only";
import type { AuditEntry } from "@/lib/data/audit-events";
import type { AuditAction } from "@/lib/domain/audit";
import type { SettingsWish } from "@/lib/domain/settings/settings-change";
import { settingsFacts } from "@/lib/domain/settings/settings-facts";

/** What the trail says of a change of a setting; one of somebody's roles is about that person. */
export function settingsAudit(
  action: AuditAction,
  wish: SettingsWish,
  changeId: string | null,
): AuditEntry {
  const facts = settingsFacts(wish);
  if (wish.kind === "roles") {
    return { action, subjectKind: "user", subjectId: wish.key, ...facts };
  }
  if (changeId !== null) {
    return { action, subjectKind: "settings_change", subjectId: changeId, ...facts };
  }
  return { action, subjectKind: "acquirer_settings", subjectId: wish.kind, ...facts };
}
