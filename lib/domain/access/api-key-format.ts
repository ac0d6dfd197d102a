import type { Mode } from "@/lib/domain/mode";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const API_KEY_SECRET_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const SHAPE = /^hr_(live|test)_[0-9A-Za-z]{32}[0-9A-Za-z]{6}$/;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder >>> 0;
});

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** CRC-32 of everything before it, in six characters of the key's own alphabet. */
function checksumOf(body: string): string {
  let rest = crc32(body);
  let checksum = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    checksum = ALPHABET.charAt(rest % ALPHABET.length) + checksum;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return checksum;
}

/** A key from random bytes, one a character; bytes that would favour some characters are passed over. */
export function formatApiKey(mode: Mode, randomBytes: Iterable<number>): string {
  const fair = 256 - (256 % ALPHABET.length);
  let secret = "";
  for (const byte of randomBytes) {
    if (secret.length === API_KEY_SECRET_LENGTH) break;
    if (byte < fair) secret += ALPHABET.charAt(byte % ALPHABET.length);
  }
  if (secret.length < API_KEY_SECRET_LENGTH) throw new RangeError("Too few random bytes.");
  const body = `hr_${mode}_${secret}`;
  return body + checksumOf(body);
}

/** The mode of a key whose shape and checksum hold; null for anything else. */
export function readApiKey(text: string): Mode | null {
  if (!SHAPE.test(text)) return null;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  if (!text.endsWith(checksumOf(body))) return null;
  return text.startsWith("hr_live_") ? "live" : "test";
}

/** What a key may be recognised by without being known: the first characters of its secret. */
export const apiKeyHint = (key: string): string => key.slice("hr_live_".length).slice(0, 4);

/** What is shown of a key that is known no more: its beginning, "hr_live_YRzm…". */
export const shownApiKey = (mode: Mode, hint: string): string => `hr_${mode}_${hint}…`;
