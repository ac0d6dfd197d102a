export type ChartLineData = {
  key: string;
  label: string;
  /** One value per column; null where there was none. */
  values: readonly (number | null)[];
  dashed?: boolean;
};

/** Steps from column to column: what held on each day, not a curve between days. */
function stepPath(values: readonly (number | null)[], max: number) {
  let path = "";
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const y = ((1 - value / max) * 100).toFixed(2);
    path += drawing ? `V${y}H${index + 1}` : `M${index} ${y}H${index + 1}`;
    drawing = true;
  });
  return path;
}

export function ChartLine({ line, max }: { line: ChartLineData; max: number }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${line.values.length} 100`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full overflow-visible"
    >
      <path
        d={stepPath(line.values, max)}
        fill="none"
        stroke={line.dashed ? "var(--accent)" : "var(--ink)"}
        strokeWidth={1.5}
        strokeDasharray={line.dashed ? "5 4" : undefined}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
