import "server-only";
import type { ImportEvent, ImportSent } from "@/lib/contracts/imports/import-preview";
import type { Session } from "@/lib/auth/session";
import { DomainError, InvalidError } from "@/lib/domain/errors";
import type { z } from "zod";
import { holdsCardNumber } from "@/lib/domain/card-number";
import { previewIn, runBulkEdit, runImport } from "@/lib/http/imports";
import { logger } from "@/lib/platform/logger";
import type { ImportRun } from "@/lib/use-cases/import-stamp";

type Ctx = Session["ctx"];
type Sent = z.output<typeof ImportSent>;
type Say = (event: ImportEvent) => void;

const SHORTEST_JUSTIFICATION = 10;

function problemIn(error: unknown, requestId: string, noun: Sent["noun"]): ImportEvent {
  const preview = previewIn(noun, error);
  if (error instanceof DomainError) {
    const { code, fields, extra } = error;
    return { kind: "problem", problem: { code, fields, extra, requestId }, preview };
  }
  logger.error({ err: error, requestId }, "import failed");
  return {
    kind: "problem",
    problem: { code: "internal", fields: [], extra: {}, requestId },
    preview,
  };
}

function requireJustification({ justification }: Pick<Sent, "justification">): void {
  const isFit = justification.length >= SHORTEST_JUSTIFICATION && !holdsCardNumber(justification);
  if (isFit) return;
  throw new InvalidError([
    { pointer: "/justification", code: "too_short", detail: "Say why in a sentence." },
  ]);
}

async function work(ctx: Ctx, sent: Sent, say: Say): Promise<ImportEvent> {
  const { noun, seen, justification } = sent;
  say({ kind: "progress", phase: "reading", done: 0, total: 0 });
  const tell: ImportRun["tell"] = (phase, done, total) =>
    say({ kind: "progress", phase, done, total });
  const run = seen === "" ? null : { seen, justification, tell };
  if (run && noun === "limits") requireJustification(sent);
  if ("bulk" in sent) return runBulkEdit(ctx, sent.bulk, run);
  return runImport(ctx, noun, new Uint8Array(await sent.file.arrayBuffer()), run, sent.name);
}

/** Works on an import and tells how far it is, a line of JSON each; the last line is what came of it. */
export function streamImport(ctx: Ctx, sent: Sent): Response {
  const encoder = new TextEncoder();
  let isHeard = true;
  const body = new ReadableStream<Uint8Array>({
    // Who goes away neither undoes nor confirms what was asked.
    cancel: () => {
      isHeard = false;
    },
    start: async (controller) => {
      const say: Say = (event) => {
        if (isHeard) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      const last = await work(ctx, sent, say).catch((error: unknown) =>
        problemIn(error, ctx.requestId, sent.noun),
      );
      say(last);
      if (isHeard) controller.close();
    },
  });
  const headers = {
    "content-type": "application/x-ndjson; charset=utf-8",
    // Lines are to arrive as they are said, not when a compressor has enough of them.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  };
  return new Response(body, { headers });
}
