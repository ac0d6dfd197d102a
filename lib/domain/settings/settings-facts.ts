import { readTemplateKey } from "@/lib/domain/settings/limit-template";
import type { SettingsKind } from "@/lib/domain/settings/settings-change";

type Wish = { kind: SettingsKind; key: string; before: object; after: object };
type Facts = Readonly<Record<string, unknown>>;

function whichOf({ kind, key }: Wish): Facts {
  if (kind === "limit_template") return readTemplateKey(key);
  if (kind === "reason_code_map") return { responseCodeProfile: key };
  if (kind === "invitation") return { email: key };
  if (kind !== "four_eyes_threshold") return {};
  const [window, currency] = key.split("|");
  return { window, currency };
}

/** A change as the audit trail tells it: what of, and its values before and after. */
export function settingsFacts(wish: Wish): { before: Facts; after: Facts } {
  const which = whichOf(wish);
  const facts = (value: object): Facts => ({
    ...which,
    ...(wish.kind === "reason_code_map" ? { codes: value } : value),
  });
  return { before: facts(wish.before), after: facts(wish.after) };
}
