import "server-only";
import { EventEmitter } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

const NOT_PASSED_ON = new Set(["upgrade", "http2-settings", "connection"]);

const isReloadSocket = ({ url, headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === "websocket" && (url ?? "").startsWith("/_next/");

/** The request's head as it came, without what offered another protocol. */
function plainHead({ method, url, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    if (!NOT_PASSED_ON.has(name.toLowerCase())) lines.push(`${name}: ${rawHeaders[i + 1]}`);
  }
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}

/**
 * Keeps `server` at HTTP/1.1: an offer of another protocol is passed over and the request answered.
 * Answers the stand-in that Next listens on for upgrades: it never hears of one, but for the reload
 * socket in development.
 */
export function keepToHttp1(server: Server, { dev }: { dev: boolean }): Server {
  const standIn = new EventEmitter() as Server;
  // Node answers offers as plain requests by itself while nobody listens for upgrades.
  if (!dev) return standIn;
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, rest: Buffer) => {
    if (isReloadSocket(request)) return standIn.emit("upgrade", request, socket, rest);
    socket.unshift(Buffer.concat([plainHead(request), rest]));
    return server.emit("connection", socket);
  });
  return standIn;
}
