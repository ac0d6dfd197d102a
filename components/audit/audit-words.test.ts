import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { VALUE_WORDS } from "@/components/audit/audit-words";
import { MODES } from "@/lib/domain/mode";
import { ROLES, SCOPES } from "@/lib/domain/access/actor";
import { AUDIT_ACTIONS } from "@/lib/domain/audit";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";
import { REQUEST_STATES } from "@/lib/domain/limit-requests/request-state";
import {
  CARD_ORIGINS,
  ENTRY_MODES,
  FUNDING_SOURCES,
  LIMIT_SCOPES,
  WINDOWS,
} from "@/lib/domain/limits/limit";
import { MAINTENANCE_KINDS } from "@/lib/domain/maintenance";
import { MERCHANT_STATUSES, MERCHANT_SWITCHES, MERCHANT_TIERS } from "@/lib/domain/merchants";
import { PROFILE_IDS } from "@/lib/domain/response-codes/profiles";
import { TEMPLATE_CHANNELS } from "@/lib/domain/settings/limit-template";
import { terminalOf } from "@/lib/domain/registry";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";
import { flatten } from "@/lib/i18n/message-shape";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

const languages = [flatten(en), flatten(zhCN)];
const unnamed = (keys: readonly string[]) =>
  keys.filter((key) => languages.some((messages) => !messages.has(key)));

const recorders = execFileSync(
  "git",
  ["grep", "-lE", "recordAuditEvent|AuditFact", "--", "lib/use-cases", "lib/data", "prisma/seed"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));

type Found = { fields: Set<string>; subjects: Set<string> };

/** The names in an object literal, those of objects spread into it or nested in it too. */
function namesIn(node: ts.Expression, into: Set<string>) {
  if (!ts.isObjectLiteralExpression(node)) return;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) namesIn(property.expression, into);
    else if (property.name && ts.isIdentifier(property.name)) into.add(property.name.text);
    if (ts.isPropertyAssignment(property)) namesIn(property.initializer, into);
  }
}

const RECORDED = new Set(["before", "after", "facts"]);

function collect(node: ts.Node, found: Found) {
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
  if (isNamed && ts.isIdentifier(node.name) && node.initializer) {
    const name = node.name.text;
    if (RECORDED.has(name)) namesIn(node.initializer, found.fields);
    if (name === "subjectKind" && ts.isStringLiteral(node.initializer)) {
      found.subjects.add(node.initializer.text);
    }
  }
  ts.forEachChild(node, (child) => collect(child, found));
}

function discovered(): Found {
  const found: Found = { fields: new Set(), subjects: new Set() };
  for (const file of recorders) {
    const text = readFileSync(file, "utf8");
    collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), found);
  }
  return found;
}

/** Records spread into what is recorded, which the source does not spell out. */
const SPREAD = [
  ...Object.keys(
    terminalOf({ merchantId: "898210154110002", terminalId: "00018644", status: "deployed" }),
  ),
  ...["legalName", "tradingName", "mcc", "tier", "currency", "timeZone", "status"],
  ...["limitId", "scope", "store", "terminalId", "window", "windowSeconds", "filters"],
  ...["entryModes", "fundingSources", "cardOrigins", "timeFrom", "timeTo", "daysOfWeek"],
  ...["timeZone", "cutOverTime", "responseCodeProfile", "codes", "roles", "channel", "mcc"],
  ...["warnPercent", "dueSoonDays", "splitAllowed", "name", "decisionHours", "questionDays"],
  ...["officeFrom", "officeTo", "officeDays"],
  ...["maxAmountMinor", "maxCount", "minAmountMinor", "values", "startsAt", "endsAt"],
];

const VALUES: Readonly<Record<string, readonly (string | number)[]>> = {
  state: REQUEST_STATES,
  outcome: ["first_approval", "approved", "rejected"],
  status: [...MERCHANT_STATUSES, ...TERMINAL_STATUSES],
  reason: REJECTION_REASONS,
  control: MERCHANT_SWITCHES,
  role: ROLES,
  tier: MERCHANT_TIERS,
  window: WINDOWS,
  scope: LIMIT_SCOPES,
  mode: MODES,
  kind: MAINTENANCE_KINDS,
  roles: ROLES,
  channel: TEMPLATE_CHANNELS,
  responseCodeProfile: PROFILE_IDS,
  scopes: SCOPES,
  entryModes: ENTRY_MODES,
  fundingSources: FUNDING_SOURCES,
  cardOrigins: CARD_ORIGINS,
  daysOfWeek: [1, 2, 3, 4, 5, 6, 7],
  officeDays: [1, 2, 3, 4, 5, 6, 7],
};

describe("the audit trail in words", () => {
  const { fields, subjects } = discovered();

  it("finds what is recorded", () => {
    expect(fields.size).toBeGreaterThan(15);
    expect(subjects.size).toBeGreaterThan(4);
  });

  it("names every field that is recorded", () => {
    const keys = [...new Set([...fields, ...SPREAD])].map((field) => `audit.field.${field}`);
    expect(unnamed(keys)).toEqual([]);
  });

  it("names every action and every kind of subject", () => {
    expect(unnamed(AUDIT_ACTIONS.map((action) => `audit.actionName.${action}`))).toEqual([]);
    expect(unnamed([...subjects].map((kind) => `audit.subject.${kind}`))).toEqual([]);
  });

  it.each(Object.entries(VALUE_WORDS))("has a word for every value of %s", (field, kinds) => {
    const values = VALUES[field] ?? [];
    expect(values).not.toEqual([]);
    const nameless = values.filter((value) =>
      kinds.every((kind) => unnamed([`${kind}.${value}`]).length > 0),
    );
    expect(nameless).toEqual([]);
  });
});
