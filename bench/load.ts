import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/** Sends the same POST over `connections` for some seconds; counts only answers with status 200. */
export async function load(
  url: string,
  options: {
    connections: number;
    seconds: number;
    body: unknown;
    headers?: Record<string, string>;
  },
): Promise<Load> {
  const result = await autocannon({
    url,
    method: "POST",
    connections: options.connections,
    duration: options.seconds,
    headers: { "content-type": "application/json", ...options.headers },
    body: JSON.stringify(options.body),
  });
  return {
    perSecond: result["2xx"] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
