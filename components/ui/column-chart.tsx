"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { ChartLine, type ChartLineData } from "@/components/ui/chart-line";
import { classNames } from "@/components/ui/class-names";

export type ChartColumn = {
  key: string;
  /** Read out and shown when the column is pointed at: "24 Nov: ¥142,300.00 of ¥300,000.00". */
  reading: string;
  /** Written under the column; leave out on most. */
  axisLabel?: string;
  value: number;
  tone?: "used" | "warn" | "block";
  /** Something happened above the scale on this day, marked with a cross. */
  marked?: boolean;
};

export type ChartTick = { value: number; text: string };

type ColumnChartProps = {
  /** The chart in one sentence, for those who do not look at it. */
  summary: string;
  columns: readonly ChartColumn[];
  lines: readonly ChartLineData[];
  ticks: readonly ChartTick[];
  /** Shown above the chart while nothing is pointed at. */
  hint: string;
};

const TONE = { used: "bg-bar-used", warn: "bg-warn-mark", block: "bg-block" };

/** Columns against lines. Arrow keys and the pointer read one column after another. */
export function ColumnChart({ summary, columns, lines, ticks, hint }: ColumnChartProps) {
  const [at, setAt] = useState<number | null>(null);
  const max =
    Math.max(
      1,
      ...columns.map((column) => column.value),
      ...lines.flatMap((line) => line.values.map((value) => value ?? 0)),
    ) * 1.08;

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = at ?? (by === 1 ? -1 : columns.length);
    setAt(Math.max(0, Math.min(columns.length - 1, from + by)));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * columns.length);
    setAt(Math.max(0, Math.min(columns.length - 1, index)));
  };

  return (
    <div>
      <p aria-live="polite" className="min-h-6 text-meta text-muted print-hidden">
        {(at !== null && columns[at]?.reading) || hint}
      </p>
      <div className="flex gap-2">
        <Ticks ticks={ticks} max={max} />
        <div className="min-w-0 flex-1">
          <div
            role="img"
            aria-label={summary}
            // The readings are reached with the arrow keys, so the picture takes focus.
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            className="relative flex h-44 items-end gap-0.5 border-b"
          >
            {columns.map((column, index) => (
              <Column key={column.key} column={column} max={max} active={index === at} />
            ))}
            {lines.map((line) => (
              <ChartLine key={line.key} line={line} max={max} />
            ))}
          </div>
          <AxisLabels columns={columns} />
        </div>
      </div>
      <Legend lines={lines} />
    </div>
  );
}

type ColumnProps = { column: ChartColumn; max: number; active: boolean };

function Column({ column, max, active }: ColumnProps) {
  return (
    <span
      className={classNames(
        "relative flex h-full min-w-0 flex-1 flex-col justify-end",
        active && "bg-sunken",
      )}
    >
      {column.marked && (
        <span aria-hidden className="text-center text-meta leading-4 text-block">
          ✕
        </span>
      )}
      <span
        className={classNames("mx-auto w-full max-w-12", TONE[column.tone ?? "used"])}
        style={{ height: `${(column.value / max) * 100}%` }}
      />
    </span>
  );
}

function Ticks({ ticks, max }: { ticks: readonly ChartTick[]; max: number }) {
  const widest = ticks.reduce((a, b) => (b.text.length > a.length ? b.text : a), "");
  return (
    <div aria-hidden className="relative h-44 text-meta text-muted">
      <span className="invisible">{widest}</span>
      {ticks.map((tick) => (
        <span
          key={tick.value}
          className="absolute right-0 -translate-y-1/2 leading-none"
          style={{ top: `${(1 - tick.value / max) * 100}%` }}
        >
          {tick.text}
        </span>
      ))}
    </div>
  );
}

/** Columns as wide as their labels; of narrower ones the outermost labels would stand over the edge. */
const FEW = 12;

/** Of many, the first label starts at its column, the last one ends there; the others are centred. */
function axisPlace(index: number, count: number) {
  if (count > FEW && index === 0) return { className: "", left: 0 };
  if (count > FEW && index === count - 1) return { className: "-translate-x-full", left: 100 };
  return { className: "-translate-x-1/2", left: ((index + 0.5) / count) * 100 };
}

/** As many characters stand side by side on a phone. */
const FIT_ON_PHONE = 24;

/** Of labels too long for a phone every second, counted from the last, gives way there. */
function AxisLabels({ columns }: { columns: readonly ChartColumn[] }) {
  const labelled = columns.filter(({ axisLabel }) => axisLabel !== undefined);
  const isLong = labelled.map(({ axisLabel }) => axisLabel).join("").length > FIT_ON_PHONE;
  const isSpare = (column: ChartColumn) =>
    isLong && (labelled.length - labelled.indexOf(column)) % 2 === 0;
  return (
    <div aria-hidden className="relative h-5 text-meta text-muted">
      {columns.map((column, index) => {
        if (!column.axisLabel) return null;
        const place = axisPlace(index, columns.length);
        return (
          <span
            key={column.key}
            className={classNames(
              "absolute whitespace-nowrap",
              place.className,
              isSpare(column) && "max-sm:hidden",
            )}
            style={{ left: `${place.left}%` }}
          >
            {column.axisLabel}
          </span>
        );
      })}
    </div>
  );
}

function Legend({ lines }: { lines: readonly ChartLineData[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-meta text-muted">
      {lines.map((line) => (
        <li key={line.key} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className={classNames(
              "w-5 border-t-2",
              line.dashed ? "border-dashed border-accent" : "border-ink",
            )}
          />
          {line.label}
        </li>
      ))}
    </ul>
  );
}
