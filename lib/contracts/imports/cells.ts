import { z } from "zod";

const fault = (message: string) => ({ error: message });

/** A cell that must hold something. */
export const text = (longest: number) =>
  z
    .string()
    .min(1, fault("must not be empty"))
    .max(longest, fault(`at most ${longest} characters`));

/** A cell that may be empty, which means none. */
export const optionalText = (longest: number) =>
  z
    .string()
    .max(longest, fault(`at most ${longest} characters`))
    .transform((cell) => (cell === "" ? null : cell))
    .optional();

// As long as when a status is changed alone.
const SHORTEST_REASON = 5;
const LONGEST_REASON = 300;

/** Why a status changes; an empty cell says nothing. */
export const statusReason = optionalText(LONGEST_REASON).refine(
  (reason) => reason == null || reason.length >= SHORTEST_REASON,
  fault(`at least ${SHORTEST_REASON} characters`),
);

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, fault(`one of ${values.join(", ")}`));

const split = (cell: string) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Values separated by semicolons; an empty cell is an empty list, which means all. */
export const listOf = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((cell) => [...new Set(split(cell))])
    .pipe(z.array(item))
    .optional();

/** A whole number in range; an empty cell is none. */
export const optionalInteger = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d*$/, fault("a whole number, or empty"))
    .transform((cell) => (cell === "" ? null : Number(cell)))
    .refine(
      (value) => value === null || (value >= least && value <= most),
      fault(`from ${least} to ${most}`),
    )
    .optional();
