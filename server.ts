import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { openInstallation, type Installation } from "@/lib/data/open-installation";
import { startJobs } from "@/lib/jobs/start-jobs";
import { api } from "@/lib/http/api";
import { builtFiles, isBuiltFile } from "@/lib/http/built-files";
import { enterEdge, headersOfEdge } from "@/lib/http/edge";
import { readablePage, toOriginForm } from "@/lib/http/request-target";
import { keepToHttp1 } from "@/lib/http/upgrades";
import { isWords, words } from "@/lib/http/words";
import { announceAddress, env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { collectProcessMetrics } from "@/lib/platform/metrics";
import { runStopHooks } from "@/lib/platform/on-stop";
import { startRates } from "@/lib/platform/rates";
import { DEMO_PEOPLE } from "@/prisma/seed/demo-people";

const DRAIN_MS = 10_000;
const STOP_MS = 25_000;
// Longer than a client or a proxy before us keeps an idle connection (60 s, as a rule), so that none
// sends a request on one we are just closing.
const KEEP_ALIVE_MS = 75_000;
const ROOT_ENDPOINTS = new Set(["/healthz", "/readyz", "/metrics"]);

const isApi = (url: string): boolean => {
  const path = url.split("?", 1)[0] ?? "";
  return path === "/api/v1" || path.startsWith("/api/v1/") || ROOT_ENDPOINTS.has(path);
};

type Started = { server: Server; installation: Installation; dev: boolean };

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function pages(server: Server, dev: boolean): Promise<Listener> {
  const { HOST, PORT } = env();
  announceAddress();
  const httpServer = keepToHttp1(server, { dev });
  const app = next({ dev, hostname: HOST, port: PORT, httpServer });
  await app.prepare();
  const show = app.getRequestHandler();
  // In development files are made when they are asked for.
  const hand = dev
    ? show
    : getRequestListener(builtFiles().fetch, { overrideGlobalObjects: false });
  const speak = getRequestListener(words().fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    enterEdge(request);
    request.url = readablePage(request.url ?? "/");
    for (const [name, value] of headersOfEdge()) response.setHeader(name, value);
    if (isWords(request.url)) return speak(request, response);
    return isBuiltFile(request.url) ? hand(request, response) : show(request, response);
  };
}

function listen(server: Server): Promise<void> {
  const { HOST, PORT } = env();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`PORT: ${PORT} is in use by another program; set another`) : error);
    });
    server.listen(PORT, HOST, resolve);
  });
}

/** Takes no new connection and lets the requests under way end. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await Promise.race([closed, sleep(DRAIN_MS)]);
  clearInterval(idle);
}

async function stop({ server, installation, dev }: Started): Promise<void> {
  setTimeout(() => process.exit(1), STOP_MS).unref();
  // In development the reload socket would hold the server open.
  if (!dev) await drain(server);
  await runStopHooks();
  await installation.close();
}

function greeting(): string {
  const { publicUrl, embedded, demoPassword } = env();
  const ready = `Headroom is ready at ${publicUrl}\n`;
  if (!embedded) return ready;
  const people = DEMO_PEOPLE.map(({ email, role }) => `  ${email.padEnd(26)} ${role}\n`);
  return `${ready}Sign in with any of these; the password is ${demoPassword}\n${people.join("")}`;
}

async function start(): Promise<Started> {
  const dev = env().NODE_ENV === "development";
  const installation = await openInstallation("serve");
  try {
    collectProcessMetrics();
    startRates();
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
    const showPage = await pages(server, dev);
    const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: false });
    server.on("request", (request, response) => {
      toOriginForm(request);
      void (isApi(request.url ?? "") ? answerApi(request, response) : showPage(request, response));
    });
    await startJobs();
    await listen(server);
    return { server, installation, dev };
  } catch (error) {
    await runStopHooks();
    await installation.close();
    throw error;
  }
}

function exitWith(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  logger.flush();
  process.exit(1);
}

const started = start();
let stopping = false;

// A signal during the start waits for its end, so that nothing is left half open.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    started.then(stop).then(() => process.exit(0), exitWith);
  });
}

started.then(() => {
  if (!stopping) process.stdout.write(greeting());
}, exitWith);
