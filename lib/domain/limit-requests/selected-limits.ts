import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitIdentity, LimitValues } from "@/lib/domain/limits/limit";

/** A limit that was selected, with what it allows now. */
export type SelectedLimit = LimitIdentity & { terminalName: string | null; current: LimitValues };

export type SelectedLimits = {
  limits: SelectedLimit[];
  /** More are found than may be asked about together; then none is listed. */
  isTooMany: boolean;
  now: Instant;
  cutOver: CutOver;
};
