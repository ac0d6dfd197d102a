import { z } from "zod";

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 25;

const LONGEST_CURSOR = 512;

const toBase64Url = (text: string) =>
  btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** An opaque cursor that holds the key of the last row shown; keys are ASCII. */
export const writeCursor = (key: string): string => toBase64Url(key);

/** The key inside a cursor; null for a text that is no cursor of this list. */
function readCursor(text: string, shape: RegExp): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const key = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return shape.test(key) && writeCursor(key) === text ? key : null;
}

/** The shape of a list's key that is an id we issued. */
export const idKey = (prefix: string) => new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`);

const pageLimit = z
  .string()
  .regex(/^(100|[1-9]\d?)$/, { error: "A whole number from 1 to 100." })
  .transform(Number)
  .default(DEFAULT_PAGE_SIZE)
  .meta({
    description: "How many to answer, 1 to 100; 25 when left out.",
    type: "integer",
    pattern: undefined,
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
  });

/** `limit` and `cursor` of a list whose keys have this shape, e.g. `idKey("chk")`. */
export const listQuery = (keyShape: RegExp) => ({
  limit: pageLimit,
  cursor: z
    .string()
    .max(LONGEST_CURSOR)
    .transform((text, context) => {
      const key = readCursor(text, keyShape);
      if (key !== null) return key;
      context.addIssue({
        code: "custom",
        message: "Not a cursor of this list.",
        params: { code: "invalid_cursor" },
      });
      return z.NEVER;
    })
    .optional()
    .meta({ description: "`next_cursor` of the page before; opaque." }),
});

/** The answer of a list, newest first. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: "Send it as `cursor` for the next page; null on the last one." }),
  });

/** A page as it is answered; the cursor leads to the rows after its last one. */
export const toList = <Row, Item>(
  { rows, nextKey }: { rows: readonly Row[]; nextKey: string | null },
  toItem: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } => ({
  data: rows.map(toItem),
  next_cursor: nextKey === null ? null : writeCursor(nextKey),
});
