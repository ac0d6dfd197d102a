import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: "headroom_request_seconds",
      help: "Time to answer an API request, by route, method and status.",
      labelNames: ["route", "method", "status"],
      buckets: SECONDS,
      registers,
    }),
    checksTotal: new Counter({
      name: "headroom_checks_total",
      help: "Checks decided, by decision.",
      labelNames: ["decision"],
      registers,
    }),
    checkLogDropped: new Counter({
      name: "headroom_check_log_dropped_total",
      help: "Checks that could not be written to the log because its buffer was full.",
      registers,
    }),
  };
}

const SLOT = Symbol.for("headroom.metrics");
const slot = globalThis as { [SLOT]?: ReturnType<typeof createMetrics> };

// The pages and the API are bundles of their own in one process; both count in the same place.
export const { registry, requestSeconds, checksTotal, checkLogDropped } = (slot[SLOT] ??=
  createMetrics());

/** Starts measuring the process itself; called once by the server. */
export const collectProcessMetrics = () => collectDefaultMetrics({ register: registry });
