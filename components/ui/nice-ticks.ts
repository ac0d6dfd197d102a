/** Up to four round steps from 0 that reach `max`; only 0 when there is nothing to scale by. */
export function niceTicks(max: number): number[] {
  if (!(max > 0)) return [0];
  const raw = max / 3;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * magnitude).find((s) => s >= raw) ?? raw;
  const ticks = [];
  for (let at = 0; at < max + step * 0.001; at += step) ticks.push(at);
  return ticks;
}
