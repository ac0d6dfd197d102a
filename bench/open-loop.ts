import { Agent, request } from "node:http";
import type { Ask } from "./load";
import { percentile } from "./tables";

const CONNECTIONS = 256;

export type OpenLoop = { p50: number; p99: number; most: number; failed: number };

function send(url: string, agent: Agent, ask: Ask, headers: Record<string, string>) {
  return new Promise<number>((resolve) => {
    const { body, headers: own } = ask();
    const sent = request(
      url,
      {
        method: "POST",
        agent,
        headers: { "content-type": "application/json", ...headers, ...own },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on("error", () => resolve(0));
    sent.end(JSON.stringify(body));
  });
}

/**
 * Sends `perSecond` requests a second whether or not the earlier ones are answered. Times count from the
 * moment a request was due, in milliseconds; failed are those that were not answered 200 or 201.
 */
export async function openLoop(
  url: string,
  options: { perSecond: number; seconds: number; ask: Ask; headers: Record<string, string> },
): Promise<OpenLoop> {
  const { perSecond, seconds, ask, headers } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const startedAt = performance.now();
  const took: number[] = [];
  const answers: Promise<void>[] = [];
  let failed = 0;
  const one = async (dueAt: number) => {
    const status = await send(url, agent, ask, headers);
    if (status === 200 || status === 201) took.push(performance.now() - dueAt);
    else failed++;
  };
  const all = perSecond * seconds;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const passed = (performance.now() - startedAt) / 1000;
      const due = Math.min(all, Math.floor(passed * perSecond) + 1);
      while (answers.length < due)
        answers.push(one(startedAt + (answers.length * 1000) / perSecond));
      if (answers.length < all) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  await Promise.all(answers);
  agent.destroy();
  return {
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    most: Math.max(0, ...took),
    failed,
  };
}
