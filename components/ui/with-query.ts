type Values = Record<string, string | null | undefined>;

/** The path with these query values; null, undefined and "" leave a value out. */
export function withQuery(path: string, ...layers: Values[]): string {
  const merged = Object.assign({}, ...layers) as Values;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
