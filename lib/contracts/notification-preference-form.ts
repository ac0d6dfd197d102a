import { z } from "zod";
import {
  MUTABLE_KINDS,
  type NotificationPreference,
  USAGE_PERCENTS,
} from "@/lib/domain/notifications";

const PERCENTS = USAGE_PERCENTS.map(String);

/** What a person wants to be told; the rest of what may be chosen does not arrive. */
export const notificationPreferenceForm = z.strictObject({
  kinds: z.array(z.enum(MUTABLE_KINDS)).max(MUTABLE_KINDS.length),
  percents: z.array(z.enum(PERCENTS)).max(PERCENTS.length),
});
export type NotificationPreferenceForm = z.infer<typeof notificationPreferenceForm>;

export const toPreference = (form: NotificationPreferenceForm): NotificationPreference => ({
  mutedKinds: MUTABLE_KINDS.filter((kind) => !form.kinds.includes(kind)),
  mutedPercents: USAGE_PERCENTS.filter((percent) => !form.percents.includes(String(percent))),
});

export const toPreferenceForm = (
  preference: NotificationPreference,
): NotificationPreferenceForm => ({
  kinds: MUTABLE_KINDS.filter((kind) => !preference.mutedKinds.includes(kind)),
  percents: USAGE_PERCENTS.filter((one) => !preference.mutedPercents.includes(one)).map(String),
});

/** Marks one notification as read, or with null all of a person's own. */
export const ReadNotification = z.strictObject({ notificationId: z.string().max(40).nullable() });
