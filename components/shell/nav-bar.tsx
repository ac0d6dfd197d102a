"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { NAV_ITEMS, type NavKey } from "@/components/shell/nav-items";

const isUnder = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** The places of the portal: in the bar on a wide screen, under the thumb on a phone. */
export function NavBar({ items }: { items: readonly NavKey[] }) {
  const path = usePathname();
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("mainNav")}
      className={classNames(
        "flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t",
        "max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] md:gap-1",
      )}
    >
      {items.map((key) => {
        const { href, icon: Icon } = NAV_ITEMS[key];
        return (
          <Link
            key={key}
            href={href}
            aria-current={isUnder(path, href) ? "page" : undefined}
            className={classNames(
              "flex items-center text-muted hover:text-ink aria-[current=page]:text-ink",
              "aria-[current=page]:font-medium focus-visible:-outline-offset-2",
              "max-md:min-h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:text-meta",
              "max-md:border-t-2 max-md:border-transparent max-md:aria-[current=page]:border-accent",
              "md:h-14 md:border-b-2 md:border-transparent md:px-2.5",
              "md:aria-[current=page]:border-accent",
            )}
          >
            <Icon aria-hidden className="size-5 md:hidden" />
            {t(`nav.${key}`)}
          </Link>
        );
      })}
    </nav>
  );
}
