import "server-only";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { NotFoundError } from "@/lib/domain/errors";
import { ROUTES } from "@/lib/http/all-routes";
import { blotCardNumbers } from "@/lib/http/card-guard";
import type { Answer, Route } from "@/lib/http/define-route";
import { openApiText } from "@/lib/http/openapi";
import { isUnforeseen, problemHeaders, problemOf } from "@/lib/http/problem";
import { logRequest } from "@/lib/http/log-request";
import { recordRequest } from "@/lib/http/record-request";
import { Refusal } from "@/lib/http/refusal";
import { requestIdOf } from "@/lib/http/request-id";
import { ROOT_ENDPOINTS } from "@/lib/http/root-endpoints";
import { send } from "@/lib/http/send";
import { serveRoute, type Exchange } from "@/lib/http/serve-route";
import { logger } from "@/lib/platform/logger";

type Served = Context<{ Bindings: Partial<HttpBindings> }>;

export const API_BASE = "/api/v1";

const pathOf = (path: string) => API_BASE + path.replace(/\{(\w+)\}/g, ":$1");

function exchangeOf(c: Served): Exchange {
  const requestId = requestIdOf(c.req.header("x-request-id") ?? null);
  const { path } = c.req;
  return {
    request: c.req.raw,
    path,
    instance: blotCardNumbers(path),
    params: c.req.param(),
    requestId,
    headers: { "x-request-id": requestId },
  };
}

function sendProblem(c: Served, exchange: Exchange, error: unknown): Response {
  const problem = problemOf(error, exchange);
  if (isUnforeseen(error)) {
    logger.error({ err: error, requestId: exchange.requestId }, "request failed");
  }
  return send(c.env, c.req.method, {
    status: problem.status,
    headers: { ...exchange.headers, ...problemHeaders(error) },
    contentType: "application/problem+json",
    text: JSON.stringify(problem),
  });
}

/** Runs one exchange to its answer; whatever goes wrong is answered as a problem and counted. */
async function serve(
  c: Served,
  name: string,
  run: (exchange: Exchange) => Promise<Answer & { contentType?: string }>,
): Promise<Response> {
  const startedAt = performance.now();
  const exchange = exchangeOf(c);
  let status = 500;
  let told: string | undefined;
  try {
    const answer = await run(exchange);
    status = answer.status;
    const text =
      answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
    const { contentType } = answer;
    told = text;
    return send(c.env, c.req.method, { status, headers: exchange.headers, text, contentType });
  } catch (error) {
    status = problemOf(error, exchange).status;
    return sendProblem(c, exchange, error);
  } finally {
    recordRequest(name, c.req.method, status, startedAt, exchange);
    logRequest(c.req.method, status, exchange, told);
  }
}

function methodNotAllowed(methods: Iterable<string>): Promise<never> {
  const allow = [...methods].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const detail = `Here you may use ${allow.join(", ")}.`;
  const headers = { allow: allow.join(", ") };
  return Promise.reject(new Refusal("method-not-allowed", detail, { headers }));
}

/** Every operation under its path; the more a path says, the earlier it is tried. */
function byPath(routes: readonly Route[]): [string, ReadonlyMap<string, Route>][] {
  const paths = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const methods = paths.get(route.path) ?? new Map<string, Route>();
    if (methods.has(route.method)) throw new Error(`${route.method} ${route.path} exists twice.`);
    paths.set(route.path, methods.set(route.method, route));
  }
  const parameters = (path: string) => path.split("{").length;
  return [...paths].sort(([one], [other]) => parameters(one) - parameters(other));
}

/** The machine API of the contract, and the three endpoints at the root. */
export const api = new Hono<{ Bindings: Partial<HttpBindings> }>();

const isRead = (method: string) => method === "GET" || method === "HEAD";

const readOnly = [
  {
    path: `${API_BASE}/openapi.json`,
    answer: () => Promise.resolve({ status: 200, text: openApiText() }),
  },
  ...ROOT_ENDPOINTS,
];
for (const endpoint of readOnly) {
  api.all(endpoint.path, (c) =>
    serve(c, endpoint.path, async () => {
      if ("admit" in endpoint) endpoint.admit?.(c);
      return isRead(c.req.method) ? endpoint.answer() : methodNotAllowed(["GET"]);
    }),
  );
}

for (const [path, routes] of byPath(ROUTES)) {
  api.all(pathOf(path), (c) => {
    const { method } = c.req;
    const route = routes.get(method === "HEAD" ? "GET" : method);
    return serve(
      c,
      path,
      route ? (exchange) => serveRoute(route, exchange) : () => methodNotAllowed(routes.keys()),
    );
  });
}

api.notFound((c) =>
  serve(c as Served, "unknown", () =>
    Promise.reject(new NotFoundError("There is nothing at this path.")),
  ),
);
api.onError((error, c) => serve(c as Served, "error", () => Promise.reject(error)));
