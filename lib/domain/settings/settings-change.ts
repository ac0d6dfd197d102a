import type { Actor, Role } from "@/lib/domain/access/actor";
import { can, type Permission } from "@/lib/domain/access/permissions";
import type { CutOver } from "@/lib/domain/business-day";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { OfficeHours } from "@/lib/domain/limit-requests/due-at";
import { readTemplateKey } from "@/lib/domain/settings/limit-template";
import { DAY_MS } from "@/lib/domain/zoned-time";

/** Kinds of which a second person may have to confirm a change; they are what is stored. */
export const PROPOSED_KINDS = [
  "business_day",
  "response_code_profile",
  "four_eyes_threshold",
  "reason_code_map",
  "limit_template",
  "roles",
  "invitation",
] as const;
export type ProposedKind = (typeof PROPOSED_KINDS)[number];

/** What each kind of setting holds; a map holds only the reasons it is about, null = shows none. */
export type SettingsValues = {
  business_day: CutOver;
  response_code_profile: { responseCodeProfile: string };
  four_eyes_threshold: { maxAmountMinor: number | null };
  reason_code_map: Readonly<Record<string, string | null>>;
  limit_template: { maxAmountMinor: number | null };
  roles: { roles: readonly Role[] };
  /** Null where nobody has the e-mail yet. */
  invitation: { name: string | null; roles: readonly Role[] };
  warn_percent: { warnPercent: number };
  due_soon_days: { dueSoonDays: number };
  split_allowed: { splitAllowed: boolean };
  acquirer_name: { name: string };
  decision_hours: { decisionHours: number };
  office_hours: OfficeHours;
  question_days: { questionDays: number };
};
export type SettingsKind = keyof SettingsValues;

/** A change somebody wants: which setting, as they saw it, and as it shall be. */
export type SettingsWish = {
  [Kind in SettingsKind]: {
    kind: Kind;
    /** Which of its kind: "window|currency", a profile, a person, an e-mail, a template's key; else "". */
    key: string;
    before: SettingsValues[Kind];
    after: SettingsValues[Kind];
  };
}[SettingsKind];

export type ProposalState = "proposed" | "confirmed" | "declined" | "withdrawn" | "expired";

export type SettingsChange = Extract<SettingsWish, { kind: ProposedKind }> & {
  changeId: string;
  state: ProposalState;
  proposedByUserId: string;
  proposedByName: string;
  proposedAt: Instant;
  decidedByName: string | null;
  decidedAt: Instant | null;
};

/** A proposal that waits: whether its before still stands, and what whoever looks may do with it. */
export type WaitingChange = {
  change: SettingsChange;
  stands: boolean;
  mayDecide: boolean;
  mayWithdraw: boolean;
};

export type SettingsChanges = { waiting: WaitingChange[]; over: SettingsChange[] };

/** A proposal may be confirmed for seven days; at exactly their end it has expired. */
export const PROPOSAL_MS = 7 * DAY_MS;

export const proposalState = (
  { state, proposedAt }: Pick<SettingsChange, "state" | "proposedAt">,
  at: Instant,
): ProposalState => (state === "proposed" && at >= proposedAt + PROPOSAL_MS ? "expired" : state);

const loosensMaximum = (before: number | null, after: number | null): boolean =>
  after === null || (before !== null && after > before);

/**
 * Whether a second person must confirm: always for zone, cut-over, profile and codes; for a threshold
 * unless one that stands is lowered; for a template when it would allow more, or takes the place of another;
 * for roles when one is granted, and so for whoever is new.
 */
export function needsSecondPerson(wish: SettingsWish): boolean {
  switch (wish.kind) {
    case "business_day":
    case "response_code_profile":
    case "reason_code_map":
    case "invitation":
      return true;
    case "four_eyes_threshold": {
      const { before, after } = wish;
      if (before.maxAmountMinor === null) return true;
      return loosensMaximum(before.maxAmountMinor, after.maxAmountMinor);
    }
    case "limit_template": {
      const [before, after] = [wish.before.maxAmountMinor, wish.after.maxAmountMinor];
      // A line for one category may allow more than the one for all, whose place it takes.
      const takesPlace = before === null && readTemplateKey(wish.key).mcc !== "";
      return takesPlace || loosensMaximum(before, after);
    }
    case "roles":
      return wish.after.roles.some((role) => !wish.before.roles.includes(role));
    default:
      return false;
  }
}

/** Text of a value in which the order of names does not count. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  const fields = Object.entries(value).map(([name, one]) => `${name}:${canonical(one)}`);
  return `{${fields.toSorted().join()}}`;
}

/** Whether two values of a setting are the same, whatever the order of names and lists. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  canonical(one) === canonical(other);

/** The permission that changing this kind takes; people and their roles are for whoever manages people. */
export const permissionFor = (kind: SettingsKind): Permission =>
  kind === "roles" || kind === "invitation" ? "users.manage" : "settings.change";

type Decided = Pick<SettingsChange, "kind" | "key" | "proposedByUserId">;

/** Whether `actor` may confirm or decline: another admin or approver, never the maker nor the person it is about. */
export function mayDecideChange(actor: Actor, { kind, key, proposedByUserId }: Decided): boolean {
  if (actor.kind !== "user" || !can(actor, "settings.confirm", ACQUIRER)) return false;
  return actor.userId !== proposedByUserId && !(kind === "roles" && actor.userId === key);
}

/** Whether `actor` may take it back: its maker, as long as they may make such changes. */
export function mayWithdrawChange(actor: Actor, { kind, proposedByUserId }: Decided): boolean {
  if (actor.kind !== "user" || actor.userId !== proposedByUserId) return false;
  return can(actor, permissionFor(kind), ACQUIRER);
}
