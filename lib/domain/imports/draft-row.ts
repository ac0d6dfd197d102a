import { InvalidError } from "@/lib/domain/errors";
import type { KnownLimit, LimitAct, LimitFacts } from "@/lib/domain/imports/limit-facts";
import type { Asked } from "@/lib/domain/limit-requests/asked-values";
import { draftRequest } from "@/lib/domain/limit-requests/draft-request";
import { ASKED_FIELDS, type AskedField, BOUND_OF } from "@/lib/domain/limit-requests/grant";
import { hasField, valuesInForce } from "@/lib/domain/limit-requests/proposed-change";
import { baseInForce } from "@/lib/domain/limits/limit-change";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { planLimitImport } from "@/lib/domain/limits/plan-import";
import type { RegisteredLimit } from "@/lib/domain/registry";

const refuse = (pointer: string, detail: string) =>
  new InvalidError([{ pointer, code: "import", detail }]);

/** What the values of a row are compared with: a lasting one replaces the base. */
function replacedBy(row: RegisteredLimit, limit: KnownLimit, { now }: LimitFacts): LimitValues {
  const at = Math.max(now, row.startsAt ?? now);
  const base = row.endsAt === null ? baseInForce(limit.versions, at) : null;
  return base ?? valuesInForce(limit.versions, at);
}

function askedBy(row: RegisteredLimit, limit: KnownLimit, facts: LimitFacts): Asked {
  const { window, currency } = row.identity;
  const replaced = replacedBy(row, limit, facts);
  const differs = (field: AskedField) =>
    hasField(window, field) && row.values[BOUND_OF[field]] !== replaced[BOUND_OF[field]];
  const money = (amountMinor: number | null) =>
    amountMinor === null ? null : { amountMinor, currency };
  const asked: Asked = {
    max_amount: money(row.values.maxAmountMinor),
    max_count: row.values.maxCount,
    min_amount: money(row.values.minAmountMinor),
  };
  return Object.fromEntries(
    ASKED_FIELDS.filter(differs).map((field) => [field, asked[field]]),
  ) as Asked;
}

/** Values stay as they are: only the warn level may differ, which allows nothing more. */
function warnOnly(row: RegisteredLimit, limit: KnownLimit, facts: LimitFacts): LimitAct {
  const base = baseInForce(limit.versions, facts.now);
  if (base === null) {
    throw refuse("/requested", "a new limit needs a maximum, a number of charges or a minimum");
  }
  const isOther = row.warnPercent !== null && row.warnPercent !== base.warnPercent;
  if (!isOther || row.endsAt !== null) return { kind: "none" };
  const effect = planLimitImport(limit.versions, row, facts);
  return effect ? { kind: "change", limit, effect } : { kind: "none" };
}

const changesNothing = (error: unknown) =>
  error instanceof InvalidError && error.fields.some(({ code }) => code === "changes_nothing");

/** A row about the limit of a live merchant as a request: tightening in force, all else to be decided. */
export function draftRow(
  row: RegisteredLimit,
  known: KnownLimit | null,
  facts: LimitFacts,
): LimitAct {
  const { now, warnPercent, decisionTime, maker, justification, newId, thresholds } = facts;
  const { merchantId, identity, naturalKey, startsAt, endsAt } = row;
  const limit = known ?? {
    ...{ ...identity, naturalKey, limitId: newId("lim"), version: 0, versions: [] },
  };
  const asked = askedBy(row, limit, facts);
  if (Object.keys(asked).length === 0) return warnOnly(row, limit, facts);
  try {
    const draft = draftRequest(
      limit,
      { asked, justification, startsAt, endsAt },
      {
        ...{ merchantId, limitRequestId: newId("lrq"), isNew: known === null, maker },
        thresholdMinor: thresholds.get(`${identity.window}|${identity.currency}`) ?? null,
        ...{ now, warnPercent, decisionTime },
      },
    );
    if (row.warnPercent === null || row.warnPercent === draft.change.warnPercent) {
      return { kind: "draft", limit, draft };
    }
    if (!draft.request.isTightening) {
      throw refuse("/warn_percent", "is not asked for with a looser limit; leave it empty");
    }
    const change = { ...draft.change, warnPercent: row.warnPercent };
    return { kind: "draft", limit, draft: { ...draft, change } };
  } catch (error) {
    if (changesNothing(error)) return { kind: "none" };
    throw error;
  }
}
