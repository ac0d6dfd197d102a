import { type ReactNode, useId } from "react";
import { Disclosure } from "@/components/ui/disclosure";

type FigureProps = {
  title: ReactNode;
  /** What the chart shows, in a sentence or two. */
  summary: ReactNode;
  chart: ReactNode;
  tableLabel: string;
  table: ReactNode;
};

/** A chart with its reading in words and the same figures as a table. */
export function Figure({ title, summary, chart, tableLabel, table }: FigureProps) {
  const id = useId();
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="font-semibold">
        {title}
      </figcaption>
      <p className="mb-2 text-muted">{summary}</p>
      {chart}
      <Disclosure summary={tableLabel} className="mt-2">
        {table}
      </Disclosure>
    </figure>
  );
}
