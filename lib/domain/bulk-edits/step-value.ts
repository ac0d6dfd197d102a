import type { LimitStep } from "@/lib/domain/bulk-edits/bulk-edit";

/** Why a value cannot take a step. */
export type StepFault =
  "there is nothing to calculate with" | "would be below 0" | "would be more than can be counted";

const HUNDREDTHS = BigInt(10_000);

/** Whether a share of a value is no whole number, so that it is rounded down. */
export const isRounded = (value: number, { by, value: said }: LimitStep): boolean =>
  by === "percent" && (BigInt(value) * BigInt(said)) % HUNDREDTHS !== BigInt(0);

/**
 * The value after a step: a share is rounded down, so that it never allows more than was said; only setting
 * works on a limit that has no such value.
 */
export function stepValue(
  value: number | null,
  { by, value: said }: LimitStep,
): number | StepFault {
  if (by === "set") return said;
  if (value === null) return "there is nothing to calculate with";
  if (by === "percent") {
    const share = (BigInt(value) * BigInt(said)) / HUNDREDTHS;
    return share > Number.MAX_SAFE_INTEGER ? "would be more than can be counted" : Number(share);
  }
  const changed = by === "add" ? value + said : value - said;
  if (changed < 0) return "would be below 0";
  return Number.isSafeInteger(changed) ? changed : "would be more than can be counted";
}
