import "server-only";
import { passwordFault } from "@/lib/domain/access/password-rules";
import { InvalidError } from "@/lib/domain/errors";
import { commonPasswords } from "@/lib/platform/common-passwords";
import { hashPassword } from "@/lib/platform/password-hash";

/** The hash of a new password that keeps the rules; `email` is whose it will be. */
export async function hashNewPassword(password: string, email: string): Promise<string> {
  const fault = passwordFault(password, email, await commonPasswords());
  if (fault) {
    const detail = "The password does not keep the rules for passwords.";
    throw new InvalidError([{ pointer: "/password", code: fault, detail }]);
  }
  return hashPassword(password);
}
