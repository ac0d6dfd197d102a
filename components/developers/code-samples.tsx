"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CodeBlock } from "@/components/developers/code-block";
import { SAMPLE_LANGUAGES, type SampleLanguage } from "@/lib/contracts/request-samples";

// All operations are read in the language last chosen for any of them.
let chosen: SampleLanguage = "curl";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(language: SampleLanguage): void {
  chosen = language;
  for (const listener of listeners) listener();
}

type CodeSamplesProps = { operation: string; samples: Readonly<Record<SampleLanguage, string>> };

/** How to ask for an operation, in the languages of tills and shops. */
export function CodeSamples({ operation, samples }: CodeSamplesProps) {
  const t = useTranslations("developers");
  const language = useSyncExternalStore(
    subscribe,
    () => chosen,
    () => "curl" as const,
  );
  return (
    <div>
      <div
        role="group"
        aria-label={t("languageOf", { operation })}
        className="mb-1 flex flex-wrap gap-1"
      >
        {SAMPLE_LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            lang="en"
            aria-pressed={one === language}
            onClick={() => choose(one)}
            className="min-h-8 rounded-control border border-transparent px-2.5 text-meta text-muted hover:text-ink aria-pressed:border-line-strong aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:min-h-11"
          >
            {one}
          </button>
        ))}
      </div>
      <CodeBlock
        label={t("example", { operation })}
        text={samples[language]}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
    </div>
  );
}
