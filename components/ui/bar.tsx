import { classNames } from "@/components/ui/class-names";

type BarProps = {
  /** Name and reading for assistive technology; the eye gets them from the text beside the bar. */
  label: string;
  valueText: string;
  used: number;
  reserved?: number;
  max: number;
  /** Share of `max`, 0 to 1, at which the warn mark stands. */
  warnAt?: number | null;
  /** Another maximum that is asked for, drawn as an outline. */
  ghostMax?: number | null;
  className?: string;
};

const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`;

function fillTone(share: number, warnAt: number | null | undefined) {
  if (share >= 1) return "bg-block";
  return warnAt != null && share >= warnAt ? "bg-warn-mark" : "bg-bar-used";
}

/** Used, reserved and left of a maximum, with the warn mark and what is asked for as a ghost. */
export function Bar(props: BarProps) {
  const { label, valueText, used, reserved = 0, max, warnAt, ghostMax, className } = props;
  const whole = Math.max(max, ghostMax ?? 0, 1);
  const taken = max === 0 ? 1 : (used + reserved) / max;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(1, taken) * 100)}
      aria-valuetext={valueText}
      className={classNames("relative h-3 w-full", className)}
    >
      {ghostMax != null && (
        <span
          className="absolute inset-y-0 left-0 rounded-control border border-dashed border-line-strong"
          style={{ width: percent(ghostMax / whole) }}
        />
      )}
      <span
        className="absolute inset-y-0 left-0 flex overflow-hidden rounded-control bg-bar-track"
        style={{ width: percent(max / whole) }}
      >
        <span
          className={fillTone(taken, warnAt)}
          style={{ width: percent(max === 0 ? 1 : used / max) }}
        />
        {reserved > 0 && (
          <span className="hatch" style={{ width: percent(max === 0 ? 0 : reserved / max) }} />
        )}
      </span>
      {warnAt != null && max > 0 && (
        <span
          className="absolute -inset-y-0.5 w-0.5 bg-ink outline outline-surface"
          style={{ left: percent((warnAt * max) / whole) }}
        />
      )}
    </div>
  );
}
