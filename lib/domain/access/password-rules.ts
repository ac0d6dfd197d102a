export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

export type PasswordFault = "too_short" | "too_long" | "contains_email" | "common";

const localPartOf = (email: string) => email.slice(0, email.lastIndexOf("@")).toLowerCase();

// Digits alone, and one thing said over and over, are what the lists of common passwords are made of.
const isWorn = (lowerCase: string, isCommon: (lowerCase: string) => boolean): boolean => {
  const unit = /^(.+?)\1+$/u.exec(lowerCase)?.[1];
  return /^\d+$/.test(lowerCase) || (unit !== undefined && (unit.length <= 3 || isCommon(unit)));
};

/**
 * What is wrong with a new password, or null: 12 to 200 characters, not holding the e-mail's local
 * part (from three characters on), not on the list of common ones whatever its case, not digits
 * alone, not a common or short one repeated.
 */
export function passwordFault(
  password: string,
  email: string,
  isCommon: (lowerCase: string) => boolean,
): PasswordFault | null {
  const length = [...password].length;
  const lowerCase = password.toLowerCase();
  const localPart = localPartOf(email);
  if (length < PASSWORD_MIN_LENGTH) return "too_short";
  if (length > PASSWORD_MAX_LENGTH) return "too_long";
  if (localPart.length >= 3 && lowerCase.includes(localPart)) return "contains_email";
  if (isCommon(lowerCase) || isWorn(lowerCase, isCommon)) return "common";
  return null;
}
