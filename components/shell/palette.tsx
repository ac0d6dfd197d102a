"use client";

import { Building2, History, Languages, Smartphone, SunMoon, TrendingUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Command, type CommandGroup, CommandPalette } from "@/components/ui/command-palette";
import { PLACE_ICONS } from "@/components/shell/place-icons";
import { LANGUAGES, setTheme } from "@/components/shell/preference-entries";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { callAction } from "@/components/shell/call-action";
import { type RecentPlace, readRecent, rememberRecent } from "@/components/shell/recent-places";
import { type Theme, THEMES } from "@/components/shell/theme";
import { useFoundWords } from "@/components/shell/use-found-words";
import { useProblemText } from "@/components/shell/use-problem-text";
import { type SearchAction, useRecordSearch } from "@/components/shell/use-record-search";
import { useThemeWords } from "@/components/shell/use-theme-words";
import { type Place, placeOf, type Side } from "@/lib/domain/access/places";
import type { FoundRecord } from "@/lib/domain/search/found-record";

const ICON_CLASS = "size-4 shrink-0 text-muted";
const RECORD_ICONS = { merchant: Building2, terminal: Smartphone, limit_request: TrendingUp };

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side: Side;
  userId: string;
  places: readonly Place[];
  theme: Theme;
  preferences: PreferenceActions;
  search: SearchAction;
  go: (href: string) => void;
};

const matches = ({ label, hint = "" }: Command, text: string) => {
  const said = `${label} ${hint}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
};

/** Finds a place, a thing to do, or a record; whatever is chosen happens at once. */
export function Palette(props: PaletteProps) {
  const { open, onOpenChange, search } = props;
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const { found, problem, isPending } = useRecordSearch(search, text);
  const problemText = useProblemText();
  const known = useKnownCommands(props);
  const records = useRecordCommands(props, found);
  const recent = useRecentCommands(props);
  const typed = text.trim();
  const groups: CommandGroup[] = [
    { id: "recent", label: t("group.recent"), items: typed === "" ? recent : [] },
    { id: "records", label: t("group.records"), items: typed === "" ? [] : records },
    ...known.map((group) => ({
      ...group,
      items: group.items.filter((item) => matches(item, typed)),
    })),
  ].filter(({ items }) => items.length > 0);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const told = problem ? problemText(problem) : t("count", { count });
  return (
    <CommandPalette
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setText("");
      }}
      text={text}
      onTextChange={setText}
      groups={groups}
      status={isPending ? t("searching") : told}
      labels={{
        title: t("title"),
        input: t("input"),
        placeholder: t(`placeholder.${props.side}`),
        close: t("close"),
        empty: isPending ? t("searching") : problem ? problemText(problem) : t("empty"),
      }}
    />
  );
}

function useKnownCommands({ places, theme, preferences, go }: PaletteProps): CommandGroup[] {
  const t = useTranslations("palette");
  const names = useTranslations("places.name");
  const words = useThemeWords();
  const locale = useLocale();
  const command = (place: Place): Command => {
    const { path, key } = placeOf(place);
    const Icon = PLACE_ICONS[place];
    return {
      id: place,
      label: names(place),
      icon: <Icon aria-hidden className={ICON_CLASS} />,
      keys: key ? ["g", key] : undefined,
      leads: true,
      run: () => go(path),
    };
  };
  const isAct = (place: Place) => placeOf(place).stands === "act";
  const languages = LANGUAGES.filter(({ value }) => value !== locale).map(
    ({ value, label, lang }): Command => ({
      id: value,
      label,
      lang,
      hint: words.language,
      icon: <Languages aria-hidden className={ICON_CLASS} />,
      run: () => void callAction(() => preferences.setLocale(value)),
    }),
  );
  const themes = THEMES.filter((value) => value !== theme).map((value): Command => ({
    id: value,
    label: words.themes[value],
    hint: words.theme,
    icon: <SunMoon aria-hidden className={ICON_CLASS} />,
    run: () => setTheme(value, preferences),
  }));
  return [
    { id: "acts", label: t("group.acts"), items: places.filter(isAct).map(command) },
    {
      id: "places",
      label: t("group.places"),
      items: places.filter((place) => !isAct(place)).map(command),
    },
    { id: "preferences", label: t("group.preferences"), items: [...languages, ...themes] },
  ];
}

function useRecordCommands(
  { side, userId, go }: PaletteProps,
  found: readonly FoundRecord[],
): Command[] {
  const kinds = useTranslations("palette.kind");
  const words = useFoundWords(side);
  return found.map((record) => {
    const { id, label, hint, href } = words(record);
    const Icon = RECORD_ICONS[record.kind];
    const kind = kinds(record.kind);
    return {
      id,
      label,
      hint: `${kind} · ${hint}`,
      icon: <Icon aria-hidden className={ICON_CLASS} />,
      leads: true,
      run: () => {
        rememberRecent(userId, { href, label, hint: kind });
        go(href);
      },
    };
  });
}

function useRecentCommands({ open, userId, go }: PaletteProps): Command[] {
  const [seen, setSeen] = useState<{ open: boolean; places: RecentPlace[] }>({
    open: false,
    places: [],
  });
  if (seen.open !== open) setSeen({ open, places: open ? readRecent(userId) : seen.places });
  return seen.places.map((place) => ({
    id: place.href,
    label: place.label,
    hint: place.hint,
    icon: <History aria-hidden className={ICON_CLASS} />,
    leads: true,
    run: () => {
      rememberRecent(userId, place);
      go(place.href);
    },
  }));
}
