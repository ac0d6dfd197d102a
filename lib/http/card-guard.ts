import "server-only";
import { holdsCardNumber } from "@/lib/domain/card-number";

const ISSUED_ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

export const isIssuedId = (text: string): boolean => ISSUED_ID.test(text);

/** A text that may be shown or logged: digits of what looks like a card number are blotted out. */
export const blotCardNumbers = (text: string): string =>
  holdsCardNumber(text) ? text.replace(/\d/g, "*") : text;
