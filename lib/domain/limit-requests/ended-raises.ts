import {
  baseInForce,
  changeLimit,
  isAsStrict,
  type LimitChange,
} from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { ASKED_FIELDS, type AskedField, onlyField } from "@/lib/domain/limit-requests/grant";

/** Values for a time, and which of them are above what lasts. */
export type Raise = { values: LimitValues; raised: AskedField[] };

/** The raises for a time that a change ends, above the lasting values at its start; nothing lasting, no raise. */
export function endedRaises(
  versions: readonly LimitVersion[],
  change: Omit<LimitChange, "warnPercent">,
  warnPercent: number,
): Raise[] {
  const base = baseInForce(versions, change.startsAt);
  if (base === null) return [];
  const { ended } = changeLimit(versions, { ...change, warnPercent });
  return versions
    .filter(({ version }) => ended.some((end) => end.version === version))
    .map((version) => {
      const { maxAmountMinor, maxCount, minAmountMinor } = version;
      const raised = ASKED_FIELDS.filter(
        (field) => !isAsStrict(onlyField(version, field), onlyField(base, field)),
      );
      return { values: { maxAmountMinor, maxCount, minAmountMinor }, raised };
    })
    .filter(({ raised }) => raised.length > 0);
}
