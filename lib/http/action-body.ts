import "server-only";
import { Refusal } from "@/lib/http/refusal";

/** What our forms send is far smaller. */
const MAX_BYTES = 64 * 1024;
const DEEPEST = 20;

/** What React writes for values that JSON has no word for; anything else after a "$" is not ours. */
const KNOWN_MARK = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-)/;

const malformed = () => new Refusal("malformed-json", "This is no form of this portal.");

async function readText(request: Request): Promise<string> {
  const tooLarge = () => new Refusal("payload-too-large", `At most ${MAX_BYTES} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function assertReadable(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw malformed();
  if (typeof value === "string" && value.startsWith("$") && !KNOWN_MARK.test(value)) {
    throw malformed();
  }
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) assertReadable(inner, depth + 1);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** Whether a page is asked to run a server action, rightly or not. */
export const isActionAsked = ({ method }: Pick<Request, "method">, path: string): boolean =>
  method === "POST" && !path.startsWith("/api/");

/** Throws unless a server action is called as our pages call it: small, flat JSON without references. */
export async function assertActionBody(request: Request): Promise<void> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.headers.has("next-action") || !type.toLowerCase().startsWith("text/plain")) {
    throw new Refusal("unsupported-media-type", "Forms of this portal are sent by its pages.");
  }
  const args = parse(await readText(request));
  if (!Array.isArray(args)) throw malformed();
  assertReadable(args);
}
