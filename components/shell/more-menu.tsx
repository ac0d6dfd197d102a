import { ChevronDown, Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { BAR_ITEM_CLASS } from "@/components/shell/nav-class";
import { PLACE_ICONS } from "@/components/shell/place-icons";
import { WaitingMark } from "@/components/shell/waiting-mark";
import { type Place, PLACE_GROUPS, placeOf } from "@/lib/domain/access/places";

type MoreMenuProps = {
  places: readonly Place[];
  /** Main places without room on a phone; shown here on a phone alone. */
  spare: readonly Place[];
  here: Place | null;
  /** What waits for the reader, by place. */
  waiting: Partial<Record<Place, number>>;
};

/** The places beside the main ones, by what they are about. */
export function MoreMenu({ places, spare, here, waiting }: MoreMenuProps) {
  const t = useTranslations("places");
  const entry = (place: Place, className?: string): MenuEntry => {
    const Icon = PLACE_ICONS[place];
    return {
      kind: "link",
      key: place,
      label: (
        <span>
          {t(`name.${place}`)}
          <WaitingMark count={waiting[place]} />
        </span>
      ),
      icon: <Icon aria-hidden className="size-4 text-muted" />,
      href: placeOf(place).path,
      current: place === here,
      className,
    };
  };
  const groups = PLACE_GROUPS.flatMap((group): MenuEntry[] => {
    const inside = places.filter((place) => placeOf(place).stands === group);
    if (inside.length === 0) return [];
    return [
      {
        kind: "group",
        key: group,
        label: t(`group.${group}`),
        entries: inside.map((place) => entry(place)),
      },
    ];
  });
  const isHere = here !== null && PLACE_GROUPS.some((group) => group === placeOf(here).stands);
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" aria-current={isHere ? "page" : undefined} className={BAR_ITEM_CLASS}>
          <Ellipsis aria-hidden className="size-5 md:hidden" />
          {t("more")}
          <ChevronDown aria-hidden className="ml-1 size-4 max-md:hidden" />
        </button>
      }
      entries={[...spare.map((place) => entry(place, "md:hidden")), ...groups]}
    />
  );
}
