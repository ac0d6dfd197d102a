import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { keepToHttp1 } from "@/lib/http/upgrades";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
}

async function serve(dev: boolean): Promise<Server> {
  server = createServer((request, response) => void echo(request, response));
  const standIn = keepToHttp1(server, { dev });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return standIn;
}

/** Sends the texts one after the other and answers all that came back until `until` was seen. */
function say(texts: readonly string[], until: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.setTimeout(5_000, () => reject(new Error(`no answer; heard: ${heard}`)));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      heard += chunk.toString();
      if (!heard.includes(until)) return;
      socket.destroy();
      resolve(heard);
    });
    texts.forEach((text, i) => setTimeout(() => socket.write(text), i * 50));
  });
}

const OFFER =
  "Host: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n";
const POST = `POST /asked HTTP/1.1\r\n${OFFER}Content-Length: 11\r\n\r\n`;

describe.each([
  ["in production", false],
  ["in development", true],
])("an offer of another protocol, %s", (_when, dev) => {
  it("is answered as HTTP/1.1", async () => {
    await serve(dev);
    const answer = await say([`GET /asked HTTP/1.1\r\n${OFFER}\r\n`], "GET /asked");
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
  });

  it("with a body is answered with the whole of it, sent at once or bit by bit", async () => {
    await serve(dev);
    expect(await say([`${POST}hello world`], "hello world")).toMatch(/^HTTP\/1\.1 200/);
    expect(await say([POST, "hello ", "world"], "hello world")).toMatch(/^HTTP\/1\.1 200/);
  });

  it("leaves the connection open for the next request", async () => {
    await serve(dev);
    const next = `GET /second HTTP/1.1\r\n${OFFER}\r\n`;
    const answer = await say([`GET /first HTTP/1.1\r\n${OFFER}\r\n`, next], "GET /second");
    expect(answer).toContain("GET /first");
  });
});

describe("the reload socket", () => {
  const socketOf = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

  it("reaches Next in development, another one is answered plainly", async () => {
    const standIn = await serve(true);
    standIn.on("upgrade", (_request: IncomingMessage, socket: Duplex) => socket.end("taken"));
    expect(await say([socketOf("/_next/hmr")], "taken")).toBe("taken");
    expect(await say([socketOf("/elsewhere")], "GET /elsewhere")).toMatch(/^HTTP\/1\.1 200/);
  });
});
