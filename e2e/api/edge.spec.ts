import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "./fixtures";

/** Sends a request line by line as it stands and answers the head that came back. */
function say(baseURL: string, lines: readonly string[]): Promise<string> {
  const { hostname, port, host } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(port), hostname);
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no end; heard: ${heard}`)));
    socket.on("data", (chunk) => (heard += chunk.toString()));
    socket.on("end", () => resolve(heard.split("\r\n\r\n", 1)[0] ?? ""));
    socket.on("error", reject);
    const [first, ...rest] = lines;
    socket.write(`${[first, `Host: ${host}`, ...rest].join("\r\n")}\r\n\r\n`);
  });
}

const CLOSE = "Connection: close";
const OFFER = [
  "Connection: close, Upgrade, HTTP2-Settings",
  ...["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"],
];

test("an offer of HTTP/2 is answered as HTTP/1.1, by the API and by the pages", async ({
  baseURL,
}) => {
  expect(await say(baseURL!, ["GET /healthz HTTP/1.1", ...OFFER])).toMatch(/^HTTP\/1\.1 200/);
  expect(await say(baseURL!, ["GET /sign-in HTTP/1.1", ...OFFER])).toMatch(/^HTTP\/1\.1 200/);
});

test("a connection that was idle for a while takes the next request", async ({ baseURL }) => {
  const { hostname, port, host } = new URL(baseURL!);
  const socket = connect(Number(port), hostname);
  const ask = () => {
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    return once(socket, "data").then(([chunk]) => String(chunk));
  };
  expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
  await sleep(7_000);
  expect(await ask()).toMatch(/^HTTP\/1\.1 200/);
  socket.destroy();
});

test("a target that names the whole address is read as its path", async ({ baseURL }) => {
  const absolute = (address: string) => say(baseURL!, [`GET ${address} HTTP/1.1`, CLOSE]);
  expect(await absolute(`${baseURL}/api/v1/compliance`)).toMatch(/^HTTP\/1\.1 401/);
  expect(await absolute("http://evil.test/healthz")).toMatch(/^HTTP\/1\.1 200/);
  expect(await absolute("http://evil.test/sign-in")).not.toContain("evil.test");
});

test("what cannot be read is answered as what is not there", async ({ baseURL }) => {
  for (const line of [
    "OPTIONS *",
    "GET /terminals/%ff",
    "GET /terminals/%",
    "GET /merchants/%00",
  ]) {
    const head = await say(baseURL!, [`${line} HTTP/1.1`, CLOSE]);
    expect(head, line).toMatch(/^HTTP\/1\.1 404/);
    expect(head.toLowerCase(), line).toContain("x-content-type-options: nosniff");
  }
});

test("every answer of the pages' side is hardened, a missing file's too", async ({ request }) => {
  for (const path of ["/_next/static/none.js", "/home/", "/nope", "/sign-in"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
  }
});

test("files of the build come compressed and are kept for ever", async ({ baseURL }) => {
  const page = await (await fetch(`${baseURL}/sign-in`)).text();
  const file = /\/_next\/static\/[^"]+\.js/.exec(page)![0];
  for (const coding of ["br", "gzip"]) {
    const answer = await fetch(baseURL + file, { headers: { "accept-encoding": coding } });
    expect(answer.headers.get("content-encoding")).toBe(coding);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).toContain("TURBOPACK");
  }
  for (const path of ["/_next/static/../../package.json", "/_next/static/%2e%2e/BUILD_ID"]) {
    const head = await say(baseURL!, [`GET ${path} HTTP/1.1`, CLOSE]);
    expect(head).toMatch(/^HTTP\/1\.1 404/);
  }
});
