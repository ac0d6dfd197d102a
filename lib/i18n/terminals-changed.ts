import type { NotificationParams } from "@/lib/domain/notifications";
import type { Translate } from "@/lib/i18n/reason-sentence";

/** Which terminals have become what, by their numbers: all of them, or the first and how many others. */
export function terminalsChanged(
  t: Translate,
  { named, terminals }: NotificationParams,
  words: { status: string; reason: string },
): string {
  const numbers = Array.isArray(named) ? named.map(String) : [];
  const others = Number(terminals) - numbers.length;
  const separator = t("limits.listSeparator");
  if (others > 0) {
    const all = numbers.join(separator);
    return t("notifications.terminalsChanged.more", { ...words, named: all, others });
  }
  const last = numbers.at(-1) ?? "";
  const before = numbers.slice(0, -1).join(separator);
  return t("notifications.terminalsChanged.named", { ...words, named: before, last });
}
