import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** A new id: prefix and a time-ordered body of 26 characters, e.g. `chk_01J...`. */
export const newId = (prefix: string): string => `${prefix}_${nextUlid()}`;
