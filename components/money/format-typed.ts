const FULL_WIDTH = /[\uFF10-\uFF19\uFF0C\uFF0E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const PLAIN = /^([\d,]*)(\.\d*)?$/;

export type Typed = { text: string; caret: number };

const group = (digits: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, ",");

/** Where the caret stands after as many digits and points as before, whatever commas came or went. */
function caretAfter(text: string, significant: number): number {
  let at = 0;
  for (let left = significant; left > 0 && at < text.length; at++) {
    if (text[at] !== ",") left--;
  }
  return at;
}

/**
 * An amount as it is typed, with thousands separated and full-width figures made plain; what is more than
 * figures, commas and one point is left alone.
 */
export function formatTyped({ text, caret }: Typed): Typed {
  const plain = text.replace(FULL_WIDTH, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
  const [, whole, fraction = ""] = PLAIN.exec(plain) ?? [];
  if (whole === undefined) return { text, caret };
  const grouped = group(whole.replaceAll(",", "")) + fraction;
  const significant = plain.slice(0, caret).replaceAll(",", "").length;
  return { text: grouped, caret: caretAfter(grouped, significant) };
}
