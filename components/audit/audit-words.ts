/** Where the names of a field's values are found in the messages, in the order they are tried. */
export const VALUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  state: ["enums.requestState"],
  outcome: ["limitRequests.step"],
  status: ["enums.merchantStatus", "enums.terminalStatus"],
  reason: ["limitRequests.rejection"],
  control: ["merchants.control"],
  role: ["enums.role"],
  tier: ["enums.tier"],
  window: ["enums.window"],
  scope: ["enums.scope"],
  mode: ["audit.mode"],
  kind: ["maintenance.kind"],
  roles: ["enums.role"],
  channel: ["settings.channel"],
  responseCodeProfile: ["settings.profile"],
  scopes: ["audit.scope"],
  entryModes: ["enums.entryMode"],
  fundingSources: ["enums.fundingSource"],
  cardOrigins: ["enums.cardOrigin"],
  daysOfWeek: ["audit.day"],
  officeDays: ["audit.day"],
};

/** Lists where none means all. */
export const EMPTY_MEANS_ALL: ReadonlySet<string> = new Set([
  "entryModes",
  "fundingSources",
  "cardOrigins",
  "currencies",
  "daysOfWeek",
]);

/** Fields that hold a moment, as a number or as text. */
export const isMoment = (field: string): boolean => field.endsWith("At");

export const isAmount = (field: string): boolean => /amountMinor$/i.test(field);
