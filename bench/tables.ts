/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The figure below which `share` of all lie, e.g. 0.99. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (figure: number) => `${figure.toFixed(1)} ms`;
export const times = (figure: number) => `${figure.toFixed(2)}x`;
export const whole = (figure: number) => figure.toFixed(0);

/** Prints a Markdown table under a title; the first column reads from the left. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const rule = head.map((_, place) => (place === 0 ? "---" : "--:"));
  process.stdout.write(`\n### ${title}\n\n${[head, rule, ...rows].map(line).join("")}`);
}
