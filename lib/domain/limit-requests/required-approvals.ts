/**
 * How many different people approve: two strictly above the acquirer's threshold for the window and
 * currency, or without any threshold, or when the maximum would be removed (null is above all); else one.
 */
export function requiredApprovals(
  maxAmountMinor: number | null,
  thresholdMinor: number | null,
): 1 | 2 {
  if (maxAmountMinor === null || thresholdMinor === null) return 2;
  return maxAmountMinor > thresholdMinor ? 2 : 1;
}
