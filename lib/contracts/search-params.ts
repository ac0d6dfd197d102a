import { speakable } from "@/lib/domain/unspeakable";

/**
 * One value of an address's parameter, trimmed, without what is no text and at most `longest`
 * characters; "" when it is not there.
 */
export function paramOf(value: string | string[] | undefined, longest = 80): string {
  const text = Array.isArray(value) ? value[0] : value;
  return speakable(
    speakable(text ?? "")
      .trim()
      .slice(0, longest),
  );
}

/** What somebody searches for: full-width letters and digits, as Chinese keyboards give them, are plain ones. */
export const plainWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
