"use client";

import { useRef, useState } from "react";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { BulkSent } from "@/lib/contracts/imports/bulk-edit";
import type {
  ImportEvent,
  ImportPreview,
  ImportResult,
} from "@/lib/contracts/imports/import-preview";
import { NOUN_OF_EDIT } from "@/lib/domain/bulk-edits/bulk-edit";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";

export type Progress = Extract<ImportEvent, { kind: "progress" }> | { kind: "sending" };

/** What an import is made of: a file by its name, or an edit of selected rows. */
export type Upload = { noun: ImportNoun } & ({ name: string; file: Blob } | { bulk: BulkSent });

export type ImportStage =
  | { at: "choose" }
  | { at: "checking"; upload: Upload; progress: Progress }
  | { at: "preview"; upload: Upload; preview: ImportPreview; isOutdated: boolean }
  | { at: "applying"; upload: Upload; preview: ImportPreview; progress: Progress }
  | { at: "done"; upload: Upload; result: ImportResult };

const problemOf = (code: string): ImportEvent => ({
  kind: "problem",
  problem: { code, fields: [], extra: {}, requestId: "" },
  preview: null,
});

const CODE_OF: Readonly<Record<number, string>> = {
  401: "unauthenticated",
  403: "forbidden",
  413: "payload-too-large",
};

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as ImportEvent;
  }
}

async function send(
  upload: Upload,
  said: { seen: string; justification: string },
  hear: (progress: Progress) => void,
): Promise<ImportEvent> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ noun: upload.noun, ...said })) {
    form.set(name, value);
  }
  if ("file" in upload) {
    form.set("file", upload.file);
    form.set("name", upload.name);
  } else form.set("bulk", JSON.stringify(upload.bulk));
  try {
    const answer = await fetch("/api/imports", { method: "POST", body: form });
    if (!answer.ok || !answer.body) return problemOf(CODE_OF[answer.status] ?? "unavailable");
    let last = problemOf("unavailable");
    for await (const event of linesOf(answer.body)) {
      last = event;
      if (event.kind === "progress") hear(event);
    }
    return last.kind === "progress" ? problemOf("unavailable") : last;
  } catch {
    return problemOf("no-connection");
  }
}

/** An import from the choice of a file or the wish of an edit to what came of it; one request is under way at a time. */
export function useImport() {
  const [stage, setStage] = useState<ImportStage>({ at: "choose" });
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const busy = useRef(false);

  async function once(work: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    try {
      await work();
    } finally {
      busy.current = false;
    }
  }

  async function look(upload: Upload) {
    setStage({ at: "checking", upload, progress: { kind: "sending" } });
    const last = await send(upload, { seen: "", justification: "" }, (progress) =>
      setStage({ at: "checking", upload, progress }),
    );
    if (last.kind === "preview") {
      return setStage({ at: "preview", upload, preview: last.preview, isOutdated: false });
    }
    if (last.kind === "problem") setProblem(last.problem);
    setStage({ at: "choose" });
  }

  const check = (noun: ImportNoun, chosen: File) =>
    once(async () => {
      // A copy: what is applied later is what was shown, whatever becomes of the file meanwhile.
      const file = new Blob([await chosen.arrayBuffer()]);
      await look({ noun, name: chosen.name, file });
    });

  const edit = (bulk: BulkSent) => once(() => look({ noun: NOUN_OF_EDIT[bulk.edit.kind], bulk }));

  const apply = (upload: Upload, preview: ImportPreview, justification: string) =>
    once(async () => {
      setStage({ at: "applying", upload, preview, progress: { kind: "sending" } });
      const last = await send(upload, { seen: preview.stamp, justification }, (progress) =>
        setStage({ at: "applying", upload, preview, progress }),
      );
      if (last.kind === "applied") return setStage({ at: "done", upload, result: last.result });
      if (last.kind === "problem" && last.preview === null) setProblem(last.problem);
      const fresh = last.kind === "problem" ? last.preview : null;
      setStage({ at: "preview", upload, preview: fresh ?? preview, isOutdated: fresh !== null });
    });

  const restart = () => {
    setProblem(null);
    setStage({ at: "choose" });
  };
  return { stage, problem, check, edit, apply, restart };
}
