/** What a setting that is one number may be, both ends included. */
export const SETTING_RANGES = {
  warn_percent: { field: "warnPercent", min: 1, max: 100 },
  due_soon_days: { field: "dueSoonDays", min: 0, max: 365 },
  decision_hours: { field: "decisionHours", min: 1, max: 720 },
  question_days: { field: "questionDays", min: 1, max: 90 },
} as const;
export type NumberKind = keyof typeof SETTING_RANGES;
