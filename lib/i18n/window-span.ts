type Span = { unit: "days" | "hours" | "minutes" | "seconds"; count: number };

const UNITS = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
] as const;

/** How long a rolling window is, in the largest unit that says it whole; days from two on. */
export function windowSpan(seconds: number): Span {
  const whole = UNITS.find(
    ([unit, length]) => seconds % length === 0 && (unit !== "days" || seconds > length),
  );
  return whole
    ? { unit: whole[0], count: seconds / whole[1] }
    : { unit: "seconds", count: seconds };
}
