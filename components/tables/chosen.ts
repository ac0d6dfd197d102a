/** Rows chosen one by one, or all that are found; a span goes from its anchor and keeps what was chosen before. */
export type Chosen = {
  ids: ReadonlySet<string>;
  all: boolean;
  anchor: string | null;
  before: ReadonlySet<string>;
};

export const NOTHING: Chosen = { ids: new Set(), all: false, anchor: null, before: new Set() };

export const isChosen = ({ ids, all }: Chosen, id: string): boolean => all || ids.has(id);

/** The rows that stay when one is taken out of all: those of the page. */
const told = ({ ids, all }: Chosen, pageIds: readonly string[]) => new Set(all ? pageIds : ids);

/** Takes a row in or out; the next span begins at it. */
export function chooseRow(now: Chosen, pageIds: readonly string[], id: string): Chosen {
  const ids = told(now, pageIds);
  if (!ids.delete(id)) ids.add(id);
  return { ids, all: false, anchor: id, before: new Set(ids) };
}

/** Takes in every row from the anchor to this one, and lets go of those a longer span took in. */
export function chooseSpan(
  now: Chosen,
  pageIds: readonly string[],
  { from, to }: { from?: string; to: string },
): Chosen {
  const anchor = now.anchor !== null && pageIds.includes(now.anchor) ? now.anchor : (from ?? to);
  const before = anchor === now.anchor ? now.before : told(now, pageIds);
  const ends = [pageIds.indexOf(anchor), pageIds.indexOf(to)].sort((one, other) => one - other);
  const span = pageIds.slice(ends[0], ends[1]! + 1);
  return { ids: new Set([...before, ...span]), all: false, anchor, before };
}

/** All rows of the page, or none of them where all are chosen already. */
export function choosePage(now: Chosen, pageIds: readonly string[]): Chosen {
  const ids = told(now, pageIds);
  const isWhole = pageIds.every((id) => ids.has(id));
  for (const id of pageIds) {
    if (isWhole) ids.delete(id);
    else ids.add(id);
  }
  return { ...NOTHING, ids };
}
