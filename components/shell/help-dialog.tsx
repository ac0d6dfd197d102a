"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/kbd";
import { useCommandKey } from "@/components/shell/use-command-key";
import { type Place, placeOf, type Side } from "@/lib/domain/access/places";

/** What lists, decisions and charts answer to, beside what leads from place to place. */
const ELSEWHERE = [
  { does: "chart", keys: ["←", "→"], side: null },
  { does: "move", keys: ["j", "k"], side: null },
  { does: "open", keys: ["o"], side: null },
  { does: "claim", keys: ["c"], side: "acquirer" },
  { does: "select", keys: ["x"], side: "acquirer" },
  { does: "selectSpan", keys: ["⇧", "↓"], side: "acquirer" },
] as const;

type HelpDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side: Side;
  places: readonly Place[];
};

/** Every key the portal answers to. */
export function HelpDialog({ open, onOpenChange, side, places }: HelpDialogProps) {
  const t = useTranslations("keys");
  const names = useTranslations("places.name");
  const command = useCommandKey();
  const lines = (title: string, entries: readonly { name: string; keys: readonly string[] }[]) => (
    <section className="mb-4 last:mb-0">
      <h3 className="mb-1 text-meta text-muted">{title}</h3>
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {entries.map(({ name, keys }) => (
          <li key={name} className="flex items-center justify-between gap-4">
            {name}
            <Keys keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  );
  const jumps = places.flatMap((place) => {
    const { key } = placeOf(place);
    return key ? [{ name: names(place), keys: ["g", key] }] : [];
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} closeLabel={t("close")}>
      {lines(t("everywhere"), [
        { name: t("palette"), keys: [command, "K"] },
        { name: t("help"), keys: ["?"] },
        { name: t("leave"), keys: ["Esc"] },
      ])}
      {lines(t("jump"), jumps)}
      {lines(
        t("lists"),
        ELSEWHERE.filter((entry) => entry.side === null || entry.side === side).map((entry) => ({
          name: t(`does.${entry.does}`),
          keys: entry.keys,
        })),
      )}
      <p className="text-meta text-muted">{t("typing")}</p>
    </Dialog>
  );
}
