import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/** What one request sends; made anew for each. */
export type Ask = () => { body: unknown; headers?: Record<string, string> };

/** Sends POSTs over `connections` for some seconds; counts only answers with status 200 and 201. */
export async function load(
  url: string,
  options: { connections: number; seconds: number; ask: Ask; headers?: Record<string, string> },
): Promise<Load> {
  const { connections, seconds, ask } = options;
  const common = { "content-type": "application/json", ...options.headers };
  const result = await autocannon({
    ...{ url, connections, duration: seconds },
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body, headers } = ask();
          return { ...request, body: JSON.stringify(body), headers: { ...common, ...headers } };
        },
      },
    ],
  });
  return {
    perSecond: result["2xx"] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
