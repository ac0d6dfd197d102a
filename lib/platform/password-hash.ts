import { hash, verify } from "@node-rs/argon2";

const ARGON2ID = 2;
// OWASP's recommendation for argon2id.
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in its normal form so that every keyboard gives the same one. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize("NFKC"), COST);

let nobody: Promise<string> | undefined;

/** Whether the password is right; without a hash the answer is no, after the same work. */
export async function isPasswordOf(hashed: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(hashed ?? (await nobody), password.normalize("NFKC"));
  return hashed !== null && isRight;
}
