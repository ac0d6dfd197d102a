import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_SOFT, TONE_TEXT } from "@/components/ui/tone";

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** "alert" when it appears in answer to something the person did. */
  role?: "alert" | "status";
  className?: string;
};

export function Notice({ tone = "info", title, children, actions, role, className }: NoticeProps) {
  const Icon = TONE_ICON[tone];
  return (
    <div
      role={role}
      className={classNames("flex gap-2 rounded-panel px-3 py-2.5", TONE_SOFT[tone], className)}
    >
      <Icon aria-hidden className={classNames("mt-1 size-4 shrink-0", TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
