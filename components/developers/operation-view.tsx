import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldTable } from "@/components/developers/field-table";
import { OperationTry } from "@/components/developers/operation-try";
import { Disclosure } from "@/components/ui/disclosure";
import { PlainTable } from "@/components/ui/plain-table";
import type { Answer, Operation } from "@/lib/contracts/api-reference";

const SHAPE = /\b[A-Z]\w+/g;

/** A type with each shape it names leading to that shape. */
function TypeText({ type }: { type: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: name, index } of type.matchAll(SHAPE)) {
    parts.push(type.slice(end, index));
    parts.push(
      <a
        key={index}
        href={`#shape-${name}`}
        className="rounded-control text-accent underline underline-offset-4"
      >
        {name}
      </a>,
    );
    end = index + name.length;
  }
  return (
    <code className="font-mono text-meta" lang="en">
      {parts}
      {type.slice(end)}
    </code>
  );
}

function Answers({ caption, answers }: { caption: string; answers: readonly Answer[] }) {
  const t = useTranslations("developers");
  const columns = ["status", "answer", "shape"] as const;
  return (
    <PlainTable
      whole
      caption={caption}
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={answers.map(({ status, description, type }) => ({
        key: status,
        cells: {
          status: <code className="font-mono">{status}</code>,
          answer: <span lang="en">{description.replaceAll("`", "")}</span>,
          shape: type ? <TypeText type={type} /> : "–",
        },
      }))}
    />
  );
}

const Heading = ({ children }: { children: ReactNode }) => (
  <h4 className="mt-4 mb-1 text-meta font-medium text-muted">{children}</h4>
);

/** One operation: what it is for, what it takes, what it answers, and how to try it. */
export function OperationView({ operation }: { operation: Operation }) {
  const t = useTranslations("developers");
  const { id, method, path, summary, description, scope, parameters, bodies, answers } = operation;
  const scopeText = { any_key: t("anyKey"), none: t("public") }[scope ?? "none"];
  return (
    <article id={id} className="scroll-mt-4 rounded-panel border bg-surface p-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold" lang="en">
        <code className="font-mono">
          {method} {path}
        </code>
        <span className="font-normal">{summary}</span>
      </h3>
      <p className="mt-1 text-meta text-muted">{scopeText ?? t("scope", { scope: scope ?? "" })}</p>
      {description && (
        <p className="mt-2" lang="en">
          {description.replaceAll("`", "")}
        </p>
      )}
      {parameters.length > 0 && (
        <>
          <Heading>{t("parameters")}</Heading>
          <FieldTable caption={t("parametersOf", { operation: id })} fields={parameters} />
        </>
      )}
      {bodies.map((fields, i) => (
        <div key={i}>
          <Heading>{bodies.length > 1 ? t("bodyForm", { number: i + 1 }) : t("body")}</Heading>
          <FieldTable caption={t("bodyOf", { operation: id, number: i + 1 })} fields={fields} />
        </div>
      ))}
      <Heading>{t("answers")}</Heading>
      <Answers
        caption={t("answersOf", { operation: id })}
        answers={answers.filter(({ status }) => status.startsWith("2"))}
      />
      <Disclosure summary={t("problems")} className="mt-2">
        <Answers
          caption={t("problemsOf", { operation: id })}
          answers={answers.filter(({ status }) => !status.startsWith("2"))}
        />
      </Disclosure>
      <div className="mt-4">
        <OperationTry operation={id} draft={operation.draft} />
      </div>
    </article>
  );
}
