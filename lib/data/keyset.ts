import "server-only";
import type { NameOrder, PageFrom } from "@/lib/domain/page";
import { Prisma } from "@/lib/data/generated/client";

const COLLATION: Record<NameOrder, Prisma.Sql> = {
  pinyin: Prisma.raw('collate "zh-x-icu"'),
  root: Prisma.raw('collate "und-x-icu"'),
};

/** A name as it is compared in the reader's order; indexes are kept for both orders. */
export const inNameOrder = (name: Prisma.Sql, order: NameOrder): Prisma.Sql =>
  Prisma.sql`${name} ${COLLATION[order]}`;

export type Keyset = {
  /** What the list is sorted by: never null, and together different for every row. */
  by: readonly Prisma.Sql[];
  /** The same values of the row the page begins beyond. */
  valuesOf: (place: { value: string; id: string }) => readonly Prisma.Sql[];
  descending: boolean;
  from: PageFrom;
};

/** The order a page is read in, and what lets only rows beyond its beginning through. */
export function keysetOf({ by, valuesOf, descending, from }: Keyset) {
  const down = descending !== (from?.backwards ?? false);
  const direction = down ? Prisma.sql`desc` : Prisma.sql`asc`;
  const beyond = down ? Prisma.sql`<` : Prisma.sql`>`;
  return {
    order: Prisma.join(by.map((one) => Prisma.sql`${one} ${direction}`)),
    beyond: from
      ? Prisma.sql`(${Prisma.join([...by])}) ${beyond} (${Prisma.join([...valuesOf(from.key)])})`
      : Prisma.sql`true`,
  };
}

/** Rows as they were read, in the order the list has. */
export const inListOrder = <Row>(rows: Row[], from: PageFrom): Row[] =>
  from?.backwards ? rows.toReversed() : rows;

/** Part of a text, whatever its case, as LIKE takes it. */
export const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** A moment that a place holds as milliseconds; anything else comes before every moment. */
export const momentOfPlace = (value: string): Prisma.Sql =>
  /^\d{1,15}$/.test(value)
    ? Prisma.sql`${new Date(Number(value))}::timestamptz`
    : Prisma.sql`'-infinity'::timestamptz`;
