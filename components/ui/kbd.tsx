/** Keys to press, one after the other. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex shrink-0 gap-1">
      {keys.map((key, index) => (
        <kbd
          // The same key may be pressed twice.
          key={`${index}${key}`}
          className="min-w-5 rounded-control border border-line-strong px-1 text-center font-sans text-meta leading-4 text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
