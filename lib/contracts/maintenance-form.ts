import { z } from "zod";
import type { Instant } from "@/lib/domain/instant";
import { MAINTENANCE_KINDS } from "@/lib/domain/maintenance";
import { dayOfDate, instantAt, timeOfDayMs } from "@/lib/domain/zoned-time";

const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "missing");
const title = z.string().trim().min(1, "missing").max(120, "too_long");
const told = { kind: z.enum(MAINTENANCE_KINDS), titleEn: title, titleZh: title };

/** What a person fills in; times as the acquirer's clocks show them. */
export const MaintenanceForm = z
  .object({
    ...told,
    start: z.enum(["now", "later"]),
    startsAt: LocalTime.or(z.literal("")),
    endsAt: LocalTime,
  })
  .refine((form) => form.start === "now" || form.startsAt !== "", {
    path: ["startsAt"],
    message: "missing",
  });
export type MaintenanceForm = z.infer<typeof MaintenanceForm>;

/** What is announced, in moments; a start of null is at once. */
export const AnnouncedMaintenance = z.strictObject({
  ...told,
  startsAt: z.int().nullable(),
  endsAt: z.int(),
});
export type AnnouncedMaintenance = z.infer<typeof AnnouncedMaintenance>;

export const MaintenanceRef = z.strictObject({ maintenanceWindowId: z.string().max(40) });

const momentOf = (local: string, timeZone: string): Instant =>
  instantAt(
    { day: dayOfDate(local.slice(0, 10)), timeOfDayMs: timeOfDayMs(local.slice(11)) },
    timeZone,
  );

/** The form in moments of the acquirer's zone. */
export function announcedOf(form: MaintenanceForm, timeZone: string): AnnouncedMaintenance {
  const { kind, titleEn, titleZh, start, startsAt, endsAt } = form;
  return {
    ...{ kind, titleEn, titleZh, endsAt: momentOf(endsAt, timeZone) },
    startsAt: start === "now" ? null : momentOf(startsAt, timeZone),
  };
}
