import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { withDirectory } from "@/lib/data/db";

/** Whose portal this is, as everybody may know who comes to its door; null while nobody can tell. */
export async function getAcquirerName(): Promise<string | null> {
  return withDirectory(getAcquirerSettings).then(
    ({ name }) => name,
    () => null,
  );
}
