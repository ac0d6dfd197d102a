import "server-only";
import { holdsCardNumber, isExemptField } from "@/lib/domain/card-number";
import { type FieldError, InvalidError } from "@/lib/domain/errors";
import { isIssuedId } from "@/lib/http/card-guard";
import { Refusal } from "@/lib/http/refusal";
import { isUnspeakable } from "@/lib/domain/unspeakable";

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

function* unspeakablesIn(value: unknown, pointer: string): Generator<FieldError> {
  if (typeof value === "string" && isUnspeakable(value)) {
    const detail = "Text must not hold U+0000 or half a character.";
    yield { pointer, code: "invalid_text", detail };
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (isUnspeakable(key)) yield* unspeakablesIn(key, pointer);
    else yield* unspeakablesIn(inner, `${pointer}/${key}`);
  }
}

/** Refuses a form with text that is no text, in whichever field it stands. */
export function assertSpeakable(input: unknown): void {
  const fields = [...unspeakablesIn(input, "")];
  if (fields.length > 0) throw new InvalidError(fields);
}
