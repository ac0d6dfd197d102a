import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { openInstallation, type Installation } from "@/lib/data/open-installation";
import { startJobs } from "@/lib/jobs/start-jobs";
import { api } from "@/lib/http/api";
import { enterEdge } from "@/lib/http/edge";
import { announceAddress, env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { collectProcessMetrics } from "@/lib/platform/metrics";
import { runStopHooks } from "@/lib/platform/on-stop";
import { DEMO_PEOPLE } from "@/prisma/seed/demo-people";

const DRAIN_MS = 10_000;
const ROOT_ENDPOINTS = new Set(["/healthz", "/readyz", "/metrics"]);

const isApi = (url: string): boolean => {
  const path = url.split("?", 1)[0] ?? "";
  return path === "/api/v1" || path.startsWith("/api/v1/") || ROOT_ENDPOINTS.has(path);
};

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function pages(server: ReturnType<typeof createServer>, dev: boolean): Promise<Listener> {
  const { HOST, PORT } = env();
  announceAddress();
  const app = next({ dev, hostname: HOST, port: PORT, httpServer: server });
  await app.prepare();
  const show = app.getRequestHandler();
  return (request, response) => {
    enterEdge(request);
    return show(request, response);
  };
}

function listen(server: ReturnType<typeof createServer>): Promise<void> {
  const { HOST, PORT } = env();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, resolve);
  });
}

function stopInOrder(
  server: ReturnType<typeof createServer>,
  installation: Installation,
  dev: boolean,
): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // In development the reload socket would hold the server open.
    if (!dev) await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
    await runStopHooks();
    await installation.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

function greeting(): string {
  const { publicUrl, embedded, demoPassword } = env();
  const ready = `Headroom is ready at ${publicUrl}\n`;
  if (!embedded) return ready;
  const people = DEMO_PEOPLE.map(({ email, role }) => `  ${email.padEnd(26)} ${role}\n`);
  return `${ready}Sign in with any of these; the password is ${demoPassword}\n${people.join("")}`;
}

async function serve(): Promise<void> {
  const dev = env().NODE_ENV === "development";
  const installation = await openInstallation("serve");
  collectProcessMetrics();
  const server = createServer();
  const showPage = await pages(server, dev);
  const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  server.on("request", (request, response) => {
    void (isApi(request.url ?? "") ? answerApi(request, response) : showPage(request, response));
  });
  await startJobs();
  stopInOrder(server, installation, dev);
  await listen(server);
  process.stdout.write(greeting());
  process.send?.({ ready: env().publicUrl });
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  logger.flush();
  process.exit(1);
});
