import type { LinkRequest } from "@/lib/domain/access/sign-up-links";
import type { ProposedKind, SettingsChange } from "@/lib/domain/settings/settings-change";

/** The places at which proposals are confirmed. */
export const PROPOSAL_PLACES = ["settings", "limitTemplates", "people"] as const;
export type ProposalPlace = (typeof PROPOSAL_PLACES)[number];

/** How many proposals one person may confirm, by where. */
export type ProposalCounts = Readonly<Record<ProposalPlace, number>>;

/** Where a proposal of this kind is confirmed: people among people, templates among templates. */
export function proposalPlace(kind: ProposedKind): ProposalPlace {
  if (kind === "limit_template") return "limitTemplates";
  return kind === "roles" || kind === "invitation" ? "people" : "settings";
}

/** A link somebody asked for, and for whom. */
export type AskedLink = LinkRequest & { name: string };

/** What one person has to do with proposals. */
export type Proposals = {
  /** What this person may confirm, the longest waiting first. */
  changes: readonly SettingsChange[];
  links: readonly AskedLink[];
  /** This person's own: those that wait, then those decided lately, the latest first. */
  own: readonly SettingsChange[];
  /** Names of those whom roles are about. */
  people: Readonly<Record<string, string>>;
};

/** Outcomes are shown to whoever proposed for seven days. */
export const OUTCOME_DAYS = 7;
