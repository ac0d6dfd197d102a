import "server-only";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";
import { isUnspeakable } from "@/lib/domain/unspeakable";
import { isIssuedId } from "@/lib/http/card-guard";

export type JsonPath = readonly (string | number)[];

/** What JSON allows and we do not: card numbers, whole numbers written as fractions, unspeakable text. */
export type JsonFault = { path: JsonPath; kind: "card" | "fraction" | "text" };

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;
const SHORTEST_CARD = 13;

const fieldOf = (path: JsonPath) => path.findLast((part) => typeof part === "string");

function isExempt(path: JsonPath): boolean {
  const field = fieldOf(path);
  return typeof field === "string" && isExemptField(field);
}

const isFraction = (source: string) => /[.eE]/.test(source);

/** Whole numbers are tested as they are written, for long ones lose digits when read, and as read. */
function numberFaults(source: string, path: JsonPath): JsonFault["kind"][] {
  const kinds: JsonFault["kind"][] = [];
  const value = Number(source);
  if (isFraction(source)) kinds.push("fraction");
  const isLong = source.length >= SHORTEST_CARD || Math.abs(value) >= 1e12;
  const whole = source.split(/[.eE]/)[0] ?? "";
  const isCard = () =>
    holdsCardNumber(whole) || (Number.isInteger(value) && holdsCardNumber(String(value)));
  if (isLong && !isExempt(path) && isCard()) kinds.push("card");
  return kinds;
}

function textFaults(source: string, path: JsonPath, isKey: boolean): JsonFault["kind"][] {
  const kinds: JsonFault["kind"][] = [];
  const text = source.includes("\\") ? (JSON.parse(source) as string) : source.slice(1, -1);
  const mayBeCard = text.length >= SHORTEST_CARD && holdsCardNumber(text);
  if (mayBeCard && (isKey || !(isExempt(path) || isIssuedId(text)))) kinds.push("card");
  if (isUnspeakable(text)) kinds.push("text");
  return kinds;
}

/**
 * Walks text that is known to be JSON, every token of it: a member that a later one of the same name
 * hides is seen too. A key at fault is told by the object that holds it, for it must not be repeated.
 */
export function scanJson(json: string): JsonFault[] {
  const faults: JsonFault[] = [];
  const path: (string | number)[] = [];
  const isArray: boolean[] = [];
  let isKey = false;
  const add = (kinds: readonly JsonFault["kind"][], at: JsonPath) => {
    for (const kind of kinds) faults.push({ path: [...at], kind });
  };
  for (const [token] of json.matchAll(TOKEN)) {
    const top = isArray.length - 1;
    switch (token[0]) {
      case "{":
      case "[":
        isArray.push(token === "[");
        path.push(token === "[" ? 0 : "");
        isKey = token === "{";
        break;
      case "}":
      case "]":
        isArray.pop();
        path.pop();
        isKey = false;
        break;
      case ",":
        isKey = isArray[top] === false;
        if (isArray[top]) path[top] = (path[top] as number) + 1;
        break;
      case ":":
        isKey = false;
        break;
      case '"':
        add(textFaults(token, path, isKey), isKey ? path.slice(0, -1) : path);
        if (isKey) path[top] = JSON.parse(token) as string;
        break;
      default:
        add(numberFaults(token, path), path);
    }
  }
  return faults;
}
