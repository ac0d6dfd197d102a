export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

export type PasswordFault = "too_short" | "too_long" | "contains_email" | "common";

const localPartOf = (email: string) => email.slice(0, email.lastIndexOf("@")).toLowerCase();

/**
 * What is wrong with a new password, or null: 12 to 200 characters, not holding the e-mail's local
 * part (from three characters on), not on the list of common ones whatever its case.
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
  if (isCommon(lowerCase)) return "common";
  return null;
}
