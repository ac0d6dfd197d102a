import "server-only";
import { Hono } from "hono";

/** The machine API. */
export const api = new Hono();

api.get("/healthz", (c) => c.json({ status: "ok" }));
