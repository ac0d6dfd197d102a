import "server-only";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { LOCALES } from "@/lib/i18n/locales";
import { WORDS, WORDS_PATH, wordsAddress } from "@/lib/i18n/words-address";

export const isWords = (url: string): boolean => url.startsWith(WORDS_PATH);

/** The words of each language in a file that browsers keep; their addresses change with their content. */
export function words(): Hono {
  const files = new Hono();
  for (const locale of LOCALES) {
    const encoded = { br: brotliCompressSync(WORDS[locale]), gzip: gzipSync(WORDS[locale]) };
    files.get(wordsAddress(locale), (context) => {
      context.header("content-type", "application/json; charset=utf-8");
      context.header("cache-control", "public, max-age=31536000, immutable");
      context.header("vary", "accept-encoding");
      const accepted = context.req.header("accept-encoding") ?? "";
      const encoding = (["br", "gzip"] as const).find((one) => accepted.includes(one));
      if (!encoding) return context.body(WORDS[locale]);
      context.header("content-encoding", encoding);
      return context.body(new Uint8Array(encoded[encoding]));
    });
  }
  return files;
}
