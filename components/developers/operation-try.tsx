"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeSamples } from "@/components/developers/code-samples";
import { TryIt } from "@/components/developers/try-it";
import { Disclosure } from "@/components/ui/disclosure";
import { type RequestDraft, sampleOf, startOf } from "@/lib/contracts/request-draft";
import { samplesOf } from "@/lib/contracts/request-samples";

type OperationTryProps = { operation: string; draft: RequestDraft };

/** An operation to try, and the same request as code: both say what is typed. */
export function OperationTry({ operation, draft }: OperationTryProps) {
  const t = useTranslations("tryIt");
  const [values, setValues] = useState(() => startOf(draft));
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <CodeSamples operation={operation} samples={samplesOf(sampleOf(draft, values))} />
      <Disclosure
        className="mt-3"
        onOpenChange={setOpen}
        summary={
          <>
            <span aria-hidden>{t("open")}</span>
            <span className="sr-only">{t("of", { operation })}</span>
          </>
        }
      >
        {isOpen && <TryIt {...{ operation, draft, values }} onChange={setValues} />}
      </Disclosure>
    </>
  );
}
