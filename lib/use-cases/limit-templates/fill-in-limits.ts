import "server-only";
import { ConflictError, NotFoundError } from "@/lib/domain/errors";
import type { LimitIdentity, LimitVersion } from "@/lib/domain/limits/limit";
import { firstVersion } from "@/lib/domain/limits/plan-import";
import { filtersOf, type LimitTemplate, templatesFor } from "@/lib/domain/settings/limit-template";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvents } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createLimits, lockCountingOf } from "@/lib/data/limit-imports";
import { countLimitsOf, listLimitTemplates } from "@/lib/data/limit-templates";
import { findMerchant, lockMerchant } from "@/lib/data/merchants";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/use-cases/authorize";

const FOR_GOOD = { warnPercent: null, startsAt: null, endsAt: null };

function limitOf({ channel, window, currency }: LimitTemplate): LimitIdentity {
  return {
    ...{ limitId: newId("lim"), scope: "merchant", store: null, terminalId: null },
    ...{ window, windowSeconds: null, currency, filters: filtersOf(channel) },
  };
}

function newsOf({ limit, version }: { limit: LimitIdentity; version: LimitVersion }) {
  const { limitId, scope, store, terminalId, window, currency } = limit;
  const { maxAmountMinor: toMaxAmountMinor, maxCount: toMaxCount } = version;
  const from = { fromMaxAmountMinor: null, fromMaxCount: null };
  const which = { limitId, scope, store, terminalId, window, currency };
  return {
    kind: "limit_changed",
    params: { ...which, ...from, toMaxAmountMinor, toMaxCount },
    href: "/terminals",
  };
}

/** Gives a merchant that is not live yet, and has no limits, those of its tier and category; answers how many. */
export async function fillInLimits(ctx: Ctx, merchantId: string): Promise<{ made: number }> {
  authorize(ctx, "limits.fill_in", merchantId);
  return withAcquirer(ctx, async (db) => {
    await lockMerchant(db, merchantId);
    await lockCountingOf(db, [merchantId]);
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) throw new NotFoundError();
    if (merchant.status !== "pending" || (await countLimitsOf(db, merchantId)) > 0) {
      const detail = "A live merchant's limits, and those that stand, change by request only.";
      throw new ConflictError(detail, "limits-stand");
    }
    const templates = templatesFor(merchant, await listLimitTemplates(db));
    if (templates.length === 0) {
      const detail = `No template has limits in ${merchant.currency} for such a merchant.`;
      throw new ConflictError(detail, "no-template");
    }
    const settings = await getAcquirerSettings(db);
    const made = templates.map((template) => {
      const { maxAmountMinor } = template;
      const values = { maxAmountMinor, maxCount: null, minAmountMinor: null };
      const version = firstVersion({ values, ...FOR_GOOD }, settings.warnPercent);
      return { merchantId, limit: limitOf(template), version, origin: "template" as const };
    });
    await createLimits(db, made, { cutOver: settings, now: ctx.now().getTime() });
    const news = made.map((one) => ({ merchantId, notification: newsOf(one) }));
    await notifyOwnersOf(db, ctx, news);
    const facts = made.map(({ limit, version }) => ({
      ...{ merchantId, action: "limit.fill_in" as const, subjectKind: "limit" },
      subjectId: limit.limitId,
      after: { ...limit, maxAmountMinor: version.maxAmountMinor },
    }));
    await recordAuditEvents(db, ctx, facts);
    return { made: made.length };
  });
}
