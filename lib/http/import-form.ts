import "server-only";
import { MOST_BYTES } from "@/lib/domain/imports/import-plan";

/** The words beside the file, and the marks between them. */
const FORM_BYTES = 20_000;

/** The fields of an upload; null when it says it is too large, or does not say how large it is. */
export async function readImportForm(request: Request): Promise<Record<string, unknown> | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES + FORM_BYTES)) return null;
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(form);
}
