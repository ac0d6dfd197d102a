import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandCenter } from "@/components/shell/command-center";
import { FocusKeeper } from "@/components/shell/focus-keeper";
import { type MerchantChoice, MerchantMenu } from "@/components/shell/merchant-menu";
import { NavBar } from "@/components/shell/nav-bar";
import { NotificationBell } from "@/components/shell/notification-bell";
import { OfflineNotice } from "@/components/shell/offline-notice";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { PrintHeader } from "@/components/shell/print-header";
import { SessionWatch } from "@/components/shell/session-watch";
import type { Theme } from "@/components/shell/theme";
import type { SearchAction } from "@/components/shell/use-record-search";
import { type ShellUser, UserMenu } from "@/components/shell/user-menu";
import type { ActionResult } from "@/lib/contracts/action-result";
import { type Place, placesFor, type Side } from "@/lib/domain/access/places";
import type { Instant } from "@/lib/domain/instant";

type AppShellProps = {
  homeHref: string;
  side: Side;
  user: ShellUser;
  /** The merchant shown and those the person may choose among; none for the acquirer's people. */
  merchants?: MerchantChoice;
  theme: Theme;
  now: Instant;
  unread: number;
  /** What waits for the reader, by place. */
  waiting?: Partial<Record<Place, number>>;
  /** Whose portal it is. */
  acquirerName: string | null;
  preferences: PreferenceActions;
  search: SearchAction;
  signOut: (input: undefined) => Promise<ActionResult<unknown>>;
  children: ReactNode;
};

/** The frame of every signed-in page. */
export function AppShell(props: AppShellProps) {
  const {
    homeHref,
    side,
    user,
    theme,
    now,
    unread,
    preferences,
    search,
    signOut,
    children,
    merchants,
  } = props;
  const places = placesFor(side, user.roles);
  const t = useTranslations("shell");
  return (
    <div className="isolate max-md:pb-20">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <SessionWatch />
      <FocusKeeper />
      <header className="sticky top-0 z-20 border-b bg-surface print-hidden">
        <div className="mx-auto flex h-14 max-w-7xl items-center gap-2 px-4 lg:gap-4">
          <Link href={homeHref} className="min-w-0 shrink-0 rounded-control leading-tight">
            <span className="block font-semibold">{t("productName")}</span>
            {props.acquirerName && (
              <span className="block max-w-48 truncate text-meta text-muted md:max-lg:sr-only xl:max-w-64">
                {props.acquirerName}
              </span>
            )}
          </Link>
          <NavBar places={places} waiting={props.waiting} />
          <div className="ml-auto flex items-center gap-1">
            <CommandCenter {...{ side, places, theme, preferences, search }} userId={user.userId} />
            <NotificationBell
              unread={unread}
              href={side === "merchant" ? "/notifications" : "/inbox"}
            />
            {merchants && merchants.own.length > 1 && <MerchantMenu {...merchants} />}
            <UserMenu user={user} theme={theme} preferences={preferences} signOut={signOut} />
          </div>
        </div>
        <OfflineNotice />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-6 outline-none">
        <PrintHeader name={user.name} merchantId={merchants?.shown ?? null} now={now} />
        {children}
      </main>
    </div>
  );
}
