import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

type SectionProps = {
  title: ReactNode;
  titleHidden?: boolean;
  aside?: ReactNode;
  /** "panel" draws a surface with a border; panels are never put inside one another. */
  surface?: "panel" | "plain";
  className?: string;
  children: ReactNode;
};

export function Section(props: SectionProps) {
  const { title, titleHidden, aside, surface = "panel", className, children } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        "min-w-0",
        surface === "panel" && "rounded-panel border bg-surface p-4",
        className,
      )}
    >
      <div
        className={classNames(
          "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1",
          !(titleHidden && !aside) && "mb-3",
        )}
      >
        <h2 id={id} className={titleHidden ? "sr-only" : "font-semibold"}>
          {title}
        </h2>
        {aside && <div className="text-meta text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
