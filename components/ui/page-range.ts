/** Which rows of how many a page shows, from numbers known without reading the whole list. */
export function pageRange(start: number, shown: number, count: number) {
  return {
    from: shown === 0 ? 0 : start + 1,
    to: start + shown,
    count: Math.max(count, start + shown),
  };
}
