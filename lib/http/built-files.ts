import "server-only";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const PREFIX = "/_next/static/";

export const isBuiltFile = (url: string): boolean => url.startsWith(PREFIX);

/** What the build made for browsers; their names change with their content, so nobody asks twice. */
export function builtFiles(): Hono {
  const files = serveStatic({
    root: ".next/static",
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(PREFIX.length - 1),
  });
  return new Hono()
    .use(async (context, next) => {
      await next();
      if (context.res.ok) context.header("Cache-Control", "public, max-age=31536000, immutable");
    })
    .use(`${PREFIX}*`, files);
}
