import { CircleCheck, CircleX, Clock, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** What a colour says; each tone has its own icon, so that colour is never alone. */
export type Tone = "neutral" | "info" | "pass" | "warn" | "block" | "pending";

export const TONE_ICON: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  pass: CircleCheck,
  warn: TriangleAlert,
  block: CircleX,
  pending: Clock,
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  info: "text-accent",
  pass: "text-pass",
  warn: "text-warn",
  block: "text-block",
  pending: "text-muted",
};

export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken",
  info: "bg-accent-soft",
  pass: "bg-pass-soft",
  warn: "bg-warn-soft",
  block: "bg-block-soft",
  pending: "bg-sunken",
};
