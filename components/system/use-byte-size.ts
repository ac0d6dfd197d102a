import { useFormatter } from "next-intl";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size in the largest unit that leaves at least one of it; steps of 1,024. */
export function useByteSize() {
  const format = useFormatter();
  return (bytes: number): string => {
    const step = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10);
    const at = Math.min(step, UNITS.length - 1);
    const value = bytes / 1024 ** at;
    return format.number(value, {
      style: "unit",
      unit: UNITS[at],
      maximumFractionDigits: value < 10 && at > 0 ? 1 : 0,
    });
  };
}
