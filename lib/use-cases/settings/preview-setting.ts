import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import { dueAt } from "@/lib/domain/limit-requests/due-at";
import { readTemplateKey } from "@/lib/domain/settings/limit-template";
import {
  needsSecondPerson,
  permissionFor,
  type SettingsWish,
} from "@/lib/domain/settings/settings-change";
import {
  codeChanges,
  dayEffect,
  type SettingPreview,
  type SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  countDueWithin,
  countLimits,
  countLimitsAbove,
  countOpenQuestions,
  countOpenRequests,
  countPendingMerchants,
  getReasonMap,
} from "@/lib/data/settings-effects";
import { authorize } from "@/lib/use-cases/authorize";

async function effectOf(db: Db, wish: SettingsWish, now: Date): Promise<SettingsEffect> {
  switch (wish.kind) {
    case "business_day":
      return {
        ...dayEffect(wish.before, wish.after, now.getTime()),
        countedLimits: await countLimits(db, true),
        openRequests: await countOpenRequests(db),
      };
    case "response_code_profile": {
      const before = await getReasonMap(db, wish.before.responseCodeProfile);
      const after = await getReasonMap(db, wish.after.responseCodeProfile);
      return { codes: codeChanges(before, after) };
    }
    case "reason_code_map":
      return { codes: codeChanges(wish.before, wish.after) };
    case "four_eyes_threshold": {
      const [window = "", currency = ""] = wish.key.split("|");
      const above = (amount: number | null) =>
        countLimitsAbove(db, { window, currency }, amount, now);
      const before = await above(wish.before.maxAmountMinor);
      const after = await above(wish.after.maxAmountMinor);
      return { above: { before, after }, openRequests: await countOpenRequests(db) };
    }
    case "limit_template": {
      const { tier } = readTemplateKey(wish.key);
      return { pendingMerchants: await countPendingMerchants(db, tier) };
    }
    case "warn_percent":
      return { keptLimits: await countLimits(db, false) };
    case "due_soon_days": {
      const before = await countDueWithin(db, wish.before.dueSoonDays, now);
      const after = await countDueWithin(db, wish.after.dueSoonDays, now);
      return { dueSoon: { before, after } };
    }
    case "office_hours":
    case "decision_hours": {
      const stands = await getAcquirerSettings(db);
      const due = (values: object) => dueAt(now.getTime(), null, { ...stands, ...values });
      return {
        due: { before: due(wish.before), after: due(wish.after) },
        openRequests: await countOpenRequests(db),
      };
    }
    case "question_days": {
      const days = { before: wish.before.questionDays, after: wish.after.questionDays };
      return { questions: await countOpenQuestions(db, days, now) };
    }
    default:
      return {};
  }
}

/** What a change would do and whether a second person must confirm it; nothing is changed. */
export async function previewSetting(ctx: Ctx, wish: SettingsWish): Promise<SettingPreview> {
  authorize(ctx, permissionFor(wish.kind), ACQUIRER);
  const needsSecond = needsSecondPerson(wish);
  return withAcquirer(ctx, async (db) => ({
    needsSecond,
    effect: await effectOf(db, wish, ctx.now()),
  }));
}
