"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { MoreMenu } from "@/components/shell/more-menu";
import { BAR_ITEM_CLASS } from "@/components/shell/nav-class";
import { PLACE_ICONS } from "@/components/shell/place-icons";
import { WaitingMark } from "@/components/shell/waiting-mark";
import { type Place, placeAt, placeOf } from "@/lib/domain/access/places";

/** On a phone the last of five gives way to the menu, where it then stands first. */
const ON_A_PHONE = 4;

type NavBarProps = {
  places: readonly Place[];
  /** What waits for the reader, by place; at the desk it is all told. */
  waiting?: Partial<Record<Place, number>>;
};

/** The main places: in the bar on a wide screen, under the thumb on a phone; the others in a menu. */
export function NavBar({ places, waiting = {} }: NavBarProps) {
  const here = placeAt(usePathname(), places);
  const t = useTranslations("places");
  const bar = places.filter((place) => placeOf(place).stands === "bar");
  const all = Object.values(waiting).reduce((sum, count) => sum + count, 0);
  return (
    <nav
      aria-label={t("nav")}
      className={classNames(
        "flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t",
        "max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] lg:gap-1",
      )}
    >
      {bar.map((place, index) => {
        const Icon = PLACE_ICONS[place];
        return (
          <Link
            key={place}
            href={placeOf(place).path}
            aria-current={place === here ? "page" : undefined}
            className={classNames(BAR_ITEM_CLASS, index >= ON_A_PHONE && "max-md:hidden")}
          >
            <Icon aria-hidden className="size-5 md:hidden" />
            <span>
              {t(`name.${place}`)}
              <WaitingMark count={place === "desk" ? all : undefined} />
            </span>
          </Link>
        );
      })}
      <MoreMenu places={places} spare={bar.slice(ON_A_PHONE)} {...{ here, waiting }} />
    </nav>
  );
}
