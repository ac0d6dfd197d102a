let known: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"].map(String));
}

/** The test for passwords that many people use; lower case in. */
export async function commonPasswords(): Promise<(lowerCase: string) => boolean> {
  const list = await (known ??= load());
  return (lowerCase) => list.has(lowerCase);
}
