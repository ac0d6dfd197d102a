import {
  Building2,
  House,
  ListChecks,
  type LucideIcon,
  ScanLine,
  ScrollText,
  Smartphone,
  TrendingUp,
} from "lucide-react";

export type NavKey =
  "home" | "terminals" | "check" | "limitRequests" | "queue" | "merchants" | "audit";

type NavItem = { href: string; icon: LucideIcon };

/** Every place the bar can lead to; a layout names those that its people may enter. */
export const NAV_ITEMS: Record<NavKey, NavItem> = {
  home: { href: "/home", icon: House },
  terminals: { href: "/terminals", icon: Smartphone },
  check: { href: "/check", icon: ScanLine },
  limitRequests: { href: "/limit-requests", icon: TrendingUp },
  queue: { href: "/queue", icon: ListChecks },
  merchants: { href: "/merchants", icon: Building2 },
  audit: { href: "/audit", icon: ScrollText },
};
