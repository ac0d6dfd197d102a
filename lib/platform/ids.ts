import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** A new id: prefix and a time-ordered body of 26 characters, e.g. `chk_01J...`. */
export const newId = (prefix: string): string => `${prefix}_${nextUlid()}`;

const BODY = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether `text` has the shape of an id with this prefix. */
export const isId = (prefix: string, text: string): boolean =>
  text.startsWith(`${prefix}_`) && BODY.test(text.slice(prefix.length + 1));
