import { useState } from "react";
import { sendTry, type TryResult } from "@/components/developers/send-try";
import { faultOfTryKey, type TryKeyFault, useTryKey } from "@/components/developers/try-key";
import {
  bodyOf,
  type DraftValues,
  missingIn,
  type RequestDraft,
} from "@/lib/contracts/request-draft";

type Faults = { key: TryKeyFault | null; inputs: readonly string[]; body: boolean };

/** Sends a draft once nothing in it is at fault; a live key is at fault before anything is sent. */
export function useTry(draft: RequestDraft, values: DraftValues) {
  const key = useTryKey();
  const [isAsked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<TryResult | null>(null);
  const keyFault = draft.needsKey ? faultOfTryKey(key) : null;
  const faults: Faults = {
    key: isAsked || keyFault === "live" ? keyFault : null,
    inputs: isAsked ? missingIn(draft, values) : [],
    body: isAsked && !bodyOf(draft, values).ok,
  };
  const isSendable =
    keyFault === null && missingIn(draft, values).length === 0 && bodyOf(draft, values).ok;

  async function send() {
    setAsked(true);
    if (pending || !isSendable) return;
    setPending(true);
    setResult(null);
    setResult(await sendTry(draft, values, key));
    setPending(false);
  }
  return { faults, pending, result, send };
}
