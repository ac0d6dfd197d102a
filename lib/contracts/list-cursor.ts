import { z } from "zod";
import { isUnspeakable } from "@/lib/domain/unspeakable";

/** The row a page continues from: its sort value and id, and how many rows stand before the page. */
export type ListCursor = { value: string; id: string; start: number };

const Parts = z.tuple([z.string(), z.string(), z.number().int().min(0)]);

/** A cursor as one word in an address. */
export function writeCursor({ value, id, start }: ListCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([value, id, start]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Null for anything that is not a cursor: the list then begins at its beginning. */
export function readCursor(text: string | undefined): ListCursor | null {
  if (!text) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const [value, id, start] = Parts.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return isUnspeakable(value + id) ? null : { value, id, start };
  } catch {
    return null;
  }
}
