"use client";

import { CircleHelp, Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { isOverlaid } from "@/components/ui/is-overlaid";
import { Keys } from "@/components/ui/kbd";
import type { PaletteProps } from "@/components/shell/palette";
import { useCommandKey } from "@/components/shell/use-command-key";
import { useShellKeys } from "@/components/shell/use-shell-keys";
import { placeOf } from "@/lib/domain/access/places";

// Most pages are read without either, so neither is sent before it is asked for.
const loadPalette = async () => ({
  default: (await import("@/components/shell/palette")).Palette,
});
const Palette = lazy(loadPalette);
const HelpDialog = lazy(async () => ({
  default: (await import("@/components/shell/help-dialog")).HelpDialog,
}));

type CommandCenterProps = Omit<PaletteProps, "open" | "onOpenChange" | "go">;

/** The keys of the portal, the search they open, and the list of them. */
export function CommandCenter(props: CommandCenterProps) {
  const t = useTranslations("palette");
  const keys = useTranslations("keys");
  const command = useCommandKey();
  const router = useRouter();
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  // Once opened it stays, so that it can close with the focus going back.
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const show = (what: "palette" | "help" | null) => {
    if (what) setAsked(new Set([...asked, what]));
    setShown(what);
  };
  const path = usePathname();
  const goal = useRef<string | null>(null);
  const go = (href: string) => {
    goal.current = href.split(/[?#]/, 1)[0] ?? href;
    router.push(href);
  };
  // Whoever was led somewhere goes on from its beginning, not from the search they came by.
  useEffect(() => {
    if (goal.current === null || shown !== null) return;
    document.getElementById("main")?.focus({ preventScroll: true });
    if (goal.current === path) goal.current = null;
  }, [path, shown]);
  const jumps = Object.fromEntries(
    props.places.flatMap((place) => {
      const { key, path } = placeOf(place);
      return key ? [[key, path]] : [];
    }),
  );
  useShellKeys({
    jumps,
    go,
    togglePalette: () => {
      if (shown === "palette") show(null);
      else if (!isOverlaid()) show("palette");
    },
    expectPalette: () => void loadPalette(),
    openHelp: () => show("help"),
  });
  return (
    <>
      <button
        type="button"
        onClick={() => show("palette")}
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        aria-label={t("title")}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        className="inline-flex h-9 min-w-9 items-center justify-center gap-2 rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11 xl:border xl:px-2.5"
      >
        <Search aria-hidden className="size-4" />
        <span aria-hidden className="inline-flex items-center gap-2 max-xl:hidden">
          {t("button")}
          <Keys keys={[command, "K"]} />
        </span>
      </button>
      <IconButton
        label={keys("title")}
        aria-haspopup="dialog"
        onClick={() => show("help")}
        icon={<CircleHelp aria-hidden className="size-4" />}
        className="max-md:hidden"
      />
      <Suspense>
        {asked.has("palette") && (
          <Palette
            {...props}
            go={go}
            open={shown === "palette"}
            onOpenChange={(open) => show(open ? "palette" : null)}
          />
        )}
        {asked.has("help") && (
          <HelpDialog
            side={props.side}
            places={props.places}
            open={shown === "help"}
            onOpenChange={(open) => show(open ? "help" : null)}
          />
        )}
      </Suspense>
    </>
  );
}
