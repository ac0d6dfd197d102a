import "server-only";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";
import type { FieldError } from "@/lib/domain/errors";
import { isIssuedId } from "@/lib/http/card-guard";
import { Refusal } from "@/lib/http/refusal";

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function* cardsIn(value: unknown, name: string, pointer: string): Generator<FieldError> {
  if (typeof value === "string") {
    if (!holdsCardNumber(value) || isExemptField(snakeCase(name)) || isIssuedId(value)) return;
    const detail = "This looks like a card number; nothing here needs one.";
    yield { pointer, code: "card_number", detail };
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* cardsIn(inner, key, `${pointer}/${key}`);
}

/** Refuses a form that holds what looks like a card number, before anything else reads it. */
export function assertNoCardNumber(input: unknown): void {
  const fields = [...cardsIn(input, "", "")];
  if (fields.length === 0) return;
  throw new Refusal("card-number-not-accepted", "Card numbers are not accepted.", { fields });
}
