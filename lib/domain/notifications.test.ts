import { expect, it } from "vitest";
import {
  ALWAYS_TOLD,
  arrives,
  EVERYTHING_ARRIVES,
  MUTABLE_KINDS,
  NOTIFICATION_KINDS,
  type NotificationPreference,
} from "@/lib/domain/notifications";

const QUIET: NotificationPreference = { mutedKinds: MUTABLE_KINDS, mutedPercents: [80, 90] };
const told = (preference: NotificationPreference, kind: string, percent: number | null = null) =>
  arrives(preference, { kind, params: { percent } });

it("tells everything to whoever never chose", () => {
  const missing = NOTIFICATION_KINDS.filter((kind) => !told(EVERYTHING_ARRIVES, kind, 80));
  expect(missing).toEqual([]);
});

it("tells what others changed whatever was chosen, and a kind it does not know", () => {
  expect(ALWAYS_TOLD.filter((kind) => !told(QUIET, kind))).toEqual([]);
  expect(told(QUIET, "something_new")).toBe(true);
});

it("keeps back what was switched off", () => {
  expect(MUTABLE_KINDS.filter((kind) => told(QUIET, kind))).toEqual([]);
});

it("takes each share of use by itself", () => {
  expect([80, 90, 100].map((percent) => told(QUIET, "usage_reached", percent))).toEqual([
    ...[false, false, true],
  ]);
});
