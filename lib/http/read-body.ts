import "server-only";
import { isUtf8 } from "node:buffer";
import { Refusal } from "@/lib/http/refusal";
import { scanJson, type JsonFault } from "@/lib/http/scan-json";

/** A body as parsed JSON and what is wrong with its text; `present` is false when nothing was sent. */
export type Body =
  | { present: true; value: unknown; faults: readonly JsonFault[]; byteLength: number }
  | { present: false };

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PARAMETER = `[\\t ]*;[\\t ]*(?:(${TOKEN})=(${TOKEN}|"(?:[^"\\\\]|\\\\.)*"))?`;
const JSON_TYPE = new RegExp(`^application/json((?:${PARAMETER})*)[\\t ]*$`, "i");

/** JSON in UTF-8; parameters other than the charset mean nothing and are passed over. */
function isJsonType(contentType: string): boolean {
  if (contentType === "application/json") return true;
  const parameters = JSON_TYPE.exec(contentType)?.[1];
  if (parameters === undefined) return false;
  return [...parameters.matchAll(new RegExp(PARAMETER, "g"))].every(
    ([, name, value]) =>
      name?.toLowerCase() !== "charset" || /^(?:"utf-8"|utf-8)$/i.test(value ?? ""),
  );
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal("payload-too-large", `A body may have at most ${maxBytes} bytes.`, {
    headers: { connection: "close" },
  });
}

/** Reads a body of unknown length; stops at the first byte too many. */
async function readStream(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = request.headers.get("content-length");
  if (declared !== null && /^\d+$/.test(declared)) {
    if (Number(declared) > maxBytes) throw tooLarge(maxBytes);
    const bytes = Buffer.from(await request.arrayBuffer());
    if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
    return bytes;
  }
  return request.body ? readStream(request.body, maxBytes) : Buffer.alloc(0);
}

function assertJsonType(headers: Headers): void {
  const encoding = headers.get("content-encoding");
  const isPlain = encoding === null || encoding.toLowerCase() === "identity";
  if (isPlain && isJsonType((headers.get("content-type") ?? "").trim())) return;
  throw new Refusal(
    "unsupported-media-type",
    "Send the body as application/json, UTF-8, not compressed.",
    { headers: { accept: "application/json" } },
  );
}

const malformed = (detail: string) => new Refusal("malformed-json", detail);

function parse(bytes: Buffer): Body {
  if (!isUtf8(bytes)) throw malformed("The body is not UTF-8.");
  const text = bytes.toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("The body is not JSON.");
  }
  return { present: true, value, faults: scanJson(text), byteLength: bytes.byteLength };
}

function without(isOptional: boolean): Body {
  if (isOptional) return { present: false };
  throw malformed("A JSON body is required.");
}

/** Reads a JSON body within its bounds; an optional one may be left out, then without a content type. */
export async function readBody(
  request: Request,
  { maxBytes, isOptional }: { maxBytes: number; isOptional: boolean },
): Promise<Body> {
  const { headers } = request;
  const isTyped = headers.get("content-type") !== null;
  if (isOptional && headers.get("content-length") === "0") return without(isOptional);
  if (isTyped) assertJsonType(headers);
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return without(isOptional);
  if (!isTyped) assertJsonType(headers);
  return parse(bytes);
}
