import { useEffect, useState } from "react";
import { callAction } from "@/components/shell/call-action";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import { type FoundRecord, SEARCH_MIN_LENGTH } from "@/lib/domain/search/found-record";

export type SearchAction = (input: { text: string }) => Promise<ActionResult<FoundRecord[]>>;

const WAIT_MS = 200;
const RETRY_MS = 1_000;
const TRIES = 3;

/** What a busy server or a broken line answers; asked again it may say what it knows. */
const PASSING = new Set(["unavailable", "no-connection"]);

type Answer = { text: string; found: FoundRecord[]; problem: ActionProblem | null };

const NOTHING: Answer = { text: "", found: [], problem: null };

/** Asks the server once the typing rests; an answer to an older text is not shown. */
export function useRecordSearch(search: SearchAction, typed: string) {
  const [answer, setAnswer] = useState<Answer>(NOTHING);
  const text = typed.trim();
  const isAsked = [...text].length >= SEARCH_MIN_LENGTH;

  useEffect(() => {
    if (!isAsked) return;
    let isStale = false;
    const ask = async (tries: number) => {
      const result = await callAction(() => search({ text }));
      if (isStale) return;
      if (!result.ok && tries > 1 && PASSING.has(result.problem.code)) {
        timer = setTimeout(() => void ask(tries - 1), RETRY_MS);
        return;
      }
      setAnswer(
        result.ok
          ? { text, found: result.data, problem: null }
          : { text, found: [], problem: result.problem },
      );
    };
    let timer = setTimeout(() => void ask(TRIES), WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [search, text, isAsked]);

  const isPending = isAsked && answer.text !== text;
  // What was found for fewer letters stays until the answer for more is here: nothing flickers.
  const isShown = isAsked && answer.text !== "" && text.startsWith(answer.text);
  const { found, problem } = isShown || (isAsked && !isPending) ? answer : NOTHING;
  return { found, problem, isPending };
}
