import { CopyButton } from "@/components/ui/copy-button";

type CodeBlockProps = { label: string; text: string; copyLabel: string; copiedLabel: string };

/** A command to take along. */
export function CodeBlock({ label, text, copyLabel, copiedLabel }: CodeBlockProps) {
  return (
    <div>
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-meta font-medium text-muted">{label}</h4>
        <CopyButton text={text} label={copyLabel} copiedLabel={copiedLabel} />
      </div>
      <pre
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-label={label}
        lang="en"
        className="overflow-x-auto rounded-panel bg-sunken p-3 font-mono text-meta"
      >
        {text}
      </pre>
    </div>
  );
}
