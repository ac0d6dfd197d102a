"use client";

import { ChevronDown, LogOut, UserCog, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { preferenceEntries } from "@/components/shell/preference-entries";
import { useThemeWords } from "@/components/shell/use-theme-words";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { Theme } from "@/components/shell/theme";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Role } from "@/lib/domain/access/actor";

export type ShellUser = {
  userId: string;
  name: string;
  email: string;
  roles: readonly Role[];
};

type UserMenuProps = {
  user: ShellUser;
  theme: Theme;
  preferences: PreferenceActions;
  signOut: (input: undefined) => Promise<ActionResult<unknown>>;
};

/** Whoever signs in next in this tab finds nothing of what was kept or typed in it. */
function leaveNothing() {
  sessionStorage.clear();
  window.location.replace("/sign-in");
}

/** Who is signed in and as what; language, theme and the way out. */
export function UserMenu({ user, theme, preferences, signOut }: UserMenuProps) {
  const t = useTranslations("shell");
  const roles = useTranslations("enums.role");
  const locale = useLocale();
  const words = useThemeWords();
  const problemText = useProblemText();
  const leave = async () => {
    const answer = await callAction(() => signOut(undefined));
    if (answer.ok) leaveNothing();
    else showToast("block", problemText(answer.problem));
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("userMenu", { name: user.name })}
          className={buttonClass("quiet", "medium")}
        >
          <UserRound aria-hidden className="size-4" />
          <span className="max-w-32 truncate max-lg:hidden">{user.name}</span>
          <ChevronDown aria-hidden className="size-4 text-muted max-lg:hidden" />
        </button>
      }
      entries={[
        {
          kind: "text",
          key: "who",
          label: (
            <>
              <span className="block text-data text-ink">{user.name}</span>
              <span className="block">{user.email}</span>
              <span className="block">{user.roles.map((role) => roles(role)).join(" · ")}</span>
            </>
          ),
        },
        { kind: "separator", key: "s1" },
        {
          kind: "link",
          key: "account",
          label: t("account"),
          icon: <UserCog aria-hidden className="size-4" />,
          href: "/account",
        },
        { kind: "separator", key: "s3" },
        ...preferenceEntries({ locale, theme }, words, preferences),
        { kind: "separator", key: "s2" },
        {
          kind: "action",
          key: "signOut",
          label: t("signOut"),
          icon: <LogOut aria-hidden className="size-4" />,
          onSelect: () => void leave(),
        },
      ]}
    />
  );
}
