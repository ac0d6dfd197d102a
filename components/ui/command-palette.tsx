"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Keys } from "@/components/ui/kbd";
import { BACKDROP_CLASS, MENU_ITEM_CLASS, POPUP_CLASS } from "@/components/ui/popup-class";

export type Command = {
  id: string;
  label: string;
  hint?: string;
  icon: ReactNode;
  keys?: readonly string[];
  /** The language the label is written in, where it is not the page's. */
  lang?: string;
  /** Leads away, to a page that takes the focus itself. */
  leads?: boolean;
  run: () => void;
};

export type CommandGroup = { id: string; label: string; items: readonly Command[] };

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  text: string;
  onTextChange: (text: string) => void;
  groups: readonly CommandGroup[];
  /** How many were found, or that the search is under way: read out as it changes. */
  status: string;
  labels: { title: string; input: string; placeholder: string; close: string; empty: string };
};

/** One field over a list of what can be found and done; arrows choose, Enter does, Escape leaves. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, text, onTextChange, groups, status, labels } = props;
  const isLed = useRef(false);
  const choose = (command: Command) => {
    isLed.current = command.leads === true;
    onOpenChange(false);
    command.run();
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => {
        if (isOpen) isLed.current = false;
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP_CLASS} />
        <Dialog.Popup
          aria-label={labels.title}
          finalFocus={() => !isLed.current}
          className={classNames(
            POPUP_CLASS,
            "fixed left-1/2 flex w-[min(40rem,100vw)] -translate-x-1/2 flex-col",
            "max-sm:inset-y-0 max-sm:rounded-none sm:top-20 sm:max-h-[min(36rem,80dvh)]",
          )}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            value={text}
            onValueChange={(value, { reason }) => reason !== "item-press" && onTextChange(value)}
            itemToStringValue={(command: Command) => command.label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.InputGroup className="flex items-center gap-2 border-b pr-2 pl-3">
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Autocomplete.Input
                aria-label={labels.input}
                placeholder={labels.placeholder}
                className="h-12 min-w-0 flex-1 bg-transparent text-data outline-none pointer-coarse:text-[1rem]"
              />
              <Dialog.Close
                render={
                  <IconButton label={labels.close} icon={<X aria-hidden className="size-4" />} />
                }
              />
            </Autocomplete.InputGroup>
            <Autocomplete.Status className="sr-only">{status}</Autocomplete.Status>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
              <Autocomplete.Empty>
                <div className="px-3 py-6 text-muted">{labels.empty}</div>
              </Autocomplete.Empty>
              <Autocomplete.List aria-label={labels.title} className="py-1 data-empty:p-0">
                {(group: CommandGroup) => (
                  <Autocomplete.Group key={group.id} items={group.items}>
                    <Autocomplete.GroupLabel className="px-3 pt-2 text-meta text-muted">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <CommandRow key={command.id} command={command} choose={choose} />
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type CommandRowProps = { command: Command; choose: (command: Command) => void };

function CommandRow({ command, choose }: CommandRowProps) {
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => choose(command)}
      className={classNames(MENU_ITEM_CLASS, "scroll-my-1")}
    >
      {command.icon}
      <span lang={command.lang} className="min-w-0 flex-1 truncate">
        {command.label}
        {command.hint && (
          <span className="ml-2 truncate text-meta text-muted max-sm:ml-0 max-sm:block">
            {command.hint}
          </span>
        )}
      </span>
      {command.keys && <Keys keys={command.keys} />}
    </Autocomplete.Item>
  );
}
