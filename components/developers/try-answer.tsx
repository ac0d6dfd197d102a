"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/developers/code-block";
import type { TryAnswer, TryResult } from "@/components/developers/send-try";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import type { Problem, ProblemSlug } from "@/lib/contracts/problem";

const MOST_CHARACTERS = 20_000;

const toneOf = (status: number) => (status < 400 ? "pass" : status < 500 ? "warn" : "block");

const isProblem = (json: unknown): json is Problem =>
  typeof json === "object" && json !== null && "type" in json && "title" in json;

/** What a problem means and which fields are at fault; the API's own words stay English. */
function ProblemMeaning({ problem }: { problem: Problem }) {
  const t = useTranslations("tryIt");
  const key = `problem.${problem.type.split("/").at(-1) as ProblemSlug}` as const;
  return (
    <Notice tone={toneOf(problem.status)} title={<span lang="en">{problem.title}</span>}>
      {t.has(key) && <p>{t(key)}</p>}
      <p lang="en" className="text-meta text-muted">
        {problem.detail}
      </p>
      {problem.errors && (
        <ul className="mt-1 list-disc ps-5 text-meta" lang="en">
          {problem.errors.map(({ pointer, code, detail }) => (
            <li key={`${pointer} ${code}`}>
              <code className="font-mono">{pointer || "/"}</code> {detail}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

type AnswerProps = { operation: string; answer: TryAnswer };

function AnswerBody({ operation, answer: { text } }: AnswerProps) {
  const t = useTranslations("tryIt");
  const reference = useTranslations("developers");
  if (text === "") return null;
  return (
    <div>
      <CodeBlock
        label={t("answer", { operation })}
        text={text.slice(0, MOST_CHARACTERS)}
        copyLabel={reference("copy")}
        copiedLabel={reference("copied")}
      />
      {text.length > MOST_CHARACTERS && (
        <p className="mt-1 text-meta text-muted">{t("cut", { count: MOST_CHARACTERS })}</p>
      )}
    </div>
  );
}

/** The status and the time taken, in a line that is read out; nothing while nothing was sent. */
export function TryOutcome({ result, pending }: { result: TryResult | null; pending: boolean }) {
  const t = useTranslations("tryIt");
  const answer = result?.answer;
  return (
    <div role="status">
      {pending && <span className="sr-only">{t("sending")}</span>}
      {answer && (
        <Badge tone={toneOf(answer.status)}>
          {t("answered", { status: String(answer.status), ms: String(answer.tookMs) })}
        </Badge>
      )}
      {result && !answer && <Notice tone="block">{t("unreached")}</Notice>}
    </div>
  );
}

/** What came back: what a problem means, the headers that matter, the body. */
export function TryAnswerView({ operation, result }: { operation: string; result: TryResult }) {
  const t = useTranslations("tryIt");
  const { answer, idempotencyKey } = result;
  const sent = idempotencyKey === null ? [] : [{ name: t("sentKey"), value: idempotencyKey }];
  return (
    <div className="space-y-3">
      {answer && isProblem(answer.json) && <ProblemMeaning problem={answer.json} />}
      <DescriptionList
        className="text-meta"
        items={[...sent, ...(answer?.headers ?? [])].map(({ name, value }) => ({
          key: name,
          term: name,
          value: <code className="font-mono break-all">{value}</code>,
        }))}
      />
      {answer && <AnswerBody operation={operation} answer={answer} />}
    </div>
  );
}
