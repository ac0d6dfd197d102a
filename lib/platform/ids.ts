import { randomFillSync } from "node:crypto";
import { monotonicFactory } from "ulid";

// Asking the system for each character costs more than all else of an id.
const random = new Uint32Array(1_024);
let taken = random.length;

function nextRandom(): number {
  if (taken === random.length) {
    randomFillSync(random);
    taken = 0;
  }
  return random[taken++]! / 2 ** 32;
}

const nextUlid = monotonicFactory(nextRandom);

/** A new id: prefix and a time-ordered body of 26 characters, e.g. `chk_01J...`. */
export const newId = (prefix: string): string => `${prefix}_${nextUlid()}`;
