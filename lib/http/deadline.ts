import "server-only";
import { UnavailableError } from "@/lib/domain/errors";

/** How long before its deadline a request begins nothing more, so that what it began can end. */
export const DEADLINE_MARGIN_MS = 50;

/** The answer, or a refusal at the deadline; what still runs then is left to fail by itself. */
export function withinDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnavailableError()), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
