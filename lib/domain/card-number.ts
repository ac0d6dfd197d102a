const MIN_DIGITS = 13;
const MAX_DIGITS = 19;

/** Digits alone, then in groups one separator apart, then however many: a card may hide in any of them. */
const RUNS = [/\d+/g, /\d(?:[ -]?\d)*/g, /\d(?:[ -]*\d)*/g];

function isIssuerPrefix(digits: string): boolean {
  const four = Number(digits.slice(0, 4));
  const two = Math.floor(four / 100);
  return (
    (four >= 2221 && four <= 2720) ||
    two === 30 ||
    (two >= 34 && two <= 39) ||
    (two >= 40 && two <= 60) ||
    two === 62 ||
    two === 64 ||
    two === 65 ||
    two === 81
  );
}

function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

const isCard = (digits: string): boolean =>
  digits.length >= MIN_DIGITS &&
  digits.length <= MAX_DIGITS &&
  isIssuerPrefix(digits) &&
  isLuhnValid(digits);

/**
 * Whether a run of 13 to 19 digits in the text, bare or in groups separated by spaces or hyphens, is
 * Luhn-valid and starts like a card number. Longer runs are none.
 */
export function holdsCardNumber(text: string): boolean {
  if (text.length < MIN_DIGITS) return false;
  return RUNS.some((run) => {
    const found = text.match(run);
    return found?.some((digits) => isCard(digits.replace(/[ -]/g, ""))) ?? false;
  });
}

const EXEMPT_FIELDS = new Set(["merchant_id", "terminal_id", "serial_number"]);

/** Whether a field may hold what looks like a card number: identifiers of others, and ids we issued. */
export const isExemptField = (name: string): boolean =>
  EXEMPT_FIELDS.has(name) || name.startsWith("reported_");
