import { checkLogDropped, checksTotal, requestSeconds } from "@/lib/platform/metrics";

const EVERY_MS = 5_000;
const KEPT = 12;

type Sample = { at: number; requests: number; checks: number };

/** What this process has done since it started, and how much of it a second lately. */
export type ProcessRates = {
  startedAt: number;
  requests: number;
  checks: number;
  checkLogDropped: number;
  requestsPerSecond: number;
  checksPerSecond: number;
  /** Over how many milliseconds the rates were measured; 0 right after the start. */
  overMs: number;
};

const SLOT = Symbol.for("headroom.rates");
const slot = globalThis as { [SLOT]?: Sample[] };

const sum = (values: readonly { value: number }[]) =>
  values.reduce((total, { value }) => total + value, 0);

async function takeSample(): Promise<Sample> {
  const seconds = (await requestSeconds.get()).values;
  const counts = seconds.filter((value) => value.metricName?.endsWith("_count"));
  const checks = (await checksTotal.get()).values;
  return { at: Date.now(), requests: sum(counts), checks: sum(checks) };
}

/** Starts remembering the last minute; called once by the server. */
export function startRates(): void {
  const samples = (slot[SLOT] ??= []);
  setInterval(() => {
    void takeSample().then((sample) => {
      samples.push(sample);
      if (samples.length > KEPT) samples.shift();
    });
  }, EVERY_MS).unref();
}

export async function readRates(): Promise<ProcessRates> {
  const now = await takeSample();
  const since = slot[SLOT]?.[0] ?? now;
  const overMs = now.at - since.at;
  const rate = (from: number, to: number) => (overMs > 0 ? ((to - from) * 1_000) / overMs : 0);
  return {
    startedAt: Math.round(now.at - process.uptime() * 1_000),
    requests: now.requests,
    checks: now.checks,
    checkLogDropped: sum((await checkLogDropped.get()).values),
    requestsPerSecond: rate(since.requests, now.requests),
    checksPerSecond: rate(since.checks, now.checks),
    overMs,
  };
}
