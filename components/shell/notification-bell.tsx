import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** How much is unread, and the way to it. */
export function NotificationBell({ unread, href }: { unread: number; href: string }) {
  const t = useTranslations("shell");
  return (
    <Link
      href={href}
      aria-label={t("bell", { count: unread })}
      className="relative inline-flex size-9 items-center justify-center rounded-control hover:bg-sunken pointer-coarse:size-11"
    >
      <Bell aria-hidden className="size-4" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-meta leading-4 text-on-accent"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
