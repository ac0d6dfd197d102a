/** Messages as one map from dotted key to text. */
export function flatten(tree: object, prefix = "", into = new Map<string, string>()) {
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === "string") into.set(path, value);
    else flatten(value as object, path, into);
  }
  return into;
}

/** The index after the brace that closes the one at `open`. */
function afterClosing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "{") depth++;
    if (text[i] === "}" && --depth === 0) return i + 1;
  }
  throw new Error(`Unbalanced braces in "${text}"`);
}

function collect(text: string, inOptions: boolean, names: Set<string>) {
  for (let i = text.indexOf("{"); i !== -1;) {
    const end = afterClosing(text, i);
    const body = text.slice(i + 1, end - 1);
    if (inOptions) collect(body, false, names);
    else {
      const [name = "", type, ...rest] = body.split(",");
      names.add(name.trim());
      const nested = ["plural", "select", "selectordinal"].includes(type?.trim() ?? "");
      if (nested) collect(rest.join(","), true, names);
    }
    i = text.indexOf("{", end);
  }
}

/** The ICU arguments and rich-text tags a message takes, sorted; two languages must agree on them. */
export function argumentsOf(text: string): string {
  const names = new Set<string>();
  collect(text, false, names);
  for (const [, tag] of text.matchAll(/<([a-z]+)>/gi)) names.add(`<${tag}>`);
  return [...names].sort().join(" ");
}
