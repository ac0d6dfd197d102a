"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { MenuEntry, MenuProps } from "@/components/ui/menu";
import { MENU_ITEM_CLASS, POPUP_CLASS } from "@/components/ui/popup-class";

/** A menu that begins open, as it was just asked for. */
export function OpenedMenu({ trigger, entries, align = "end" }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-30">
          <Base.Popup
            className={classNames(
              POPUP_CLASS,
              "max-h-(--available-height) min-w-48 overflow-y-auto py-1",
            )}
          >
            {entries.map((entry) => (
              <MenuRow key={entry.key} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuRow({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <Base.Separator className="my-1 h-px bg-line" />;
    case "text":
      return <div className="px-3 py-1.5 text-meta text-muted">{entry.label}</div>;
    case "link":
      return (
        <Base.LinkItem
          closeOnClick
          aria-current={entry.current ? "page" : undefined}
          className={classNames(MENU_ITEM_CLASS, entry.current && "font-medium", entry.className)}
          render={<Link href={entry.href} />}
        >
          {entry.icon}
          {entry.label}
        </Base.LinkItem>
      );
    case "group":
      return (
        <Base.Group>
          <Base.GroupLabel className="px-3 pt-2 text-meta text-muted">
            {entry.label}
          </Base.GroupLabel>
          {entry.entries.map((inner) => (
            <MenuRow key={inner.key} entry={inner} />
          ))}
        </Base.Group>
      );
    case "action":
      return (
        <Base.Item className={MENU_ITEM_CLASS} onClick={entry.onSelect}>
          {entry.icon}
          {entry.label}
        </Base.Item>
      );
    case "toggles":
      return (
        <Base.Group>
          <Base.GroupLabel className="px-3 pt-1 text-meta text-muted">
            {entry.label}
          </Base.GroupLabel>
          {entry.options.map((option) => (
            <Base.CheckboxItem
              key={option.value}
              checked={option.on}
              disabled={option.fixed}
              onCheckedChange={(on) => entry.onChange(option.value, on)}
              className={MENU_ITEM_CLASS}
            >
              <span className="size-4">
                <Base.CheckboxItemIndicator>
                  <Check aria-hidden className="size-4" />
                </Base.CheckboxItemIndicator>
              </span>
              {option.label}
            </Base.CheckboxItem>
          ))}
        </Base.Group>
      );
    case "choice":
      return (
        <Base.RadioGroup
          value={entry.value}
          onValueChange={(value) => entry.onChange(String(value))}
        >
          <Base.Group>
            <Base.GroupLabel className="px-3 pt-1 text-meta text-muted">
              {entry.label}
            </Base.GroupLabel>
            {entry.options.map((option) => (
              <Base.RadioItem
                key={option.value}
                value={option.value}
                lang={option.lang}
                closeOnClick
                className={MENU_ITEM_CLASS}
              >
                <span className="size-4">
                  <Base.RadioItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </Base.RadioItemIndicator>
                </span>
                {option.label}
              </Base.RadioItem>
            ))}
          </Base.Group>
        </Base.RadioGroup>
      );
  }
}
