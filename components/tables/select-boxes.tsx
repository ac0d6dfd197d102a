"use client";

import { isChosen } from "@/components/tables/chosen";
import { useSelection } from "@/components/tables/selection";
import { classNames } from "@/components/ui/class-names";

const BOX = "size-4 shrink-0 cursor-pointer accent-accent";
const TARGET =
  "flex h-lh cursor-pointer items-center justify-center pointer-coarse:size-11 pointer-coarse:-m-3";

/** Takes one row in or out; with Shift all rows up to it. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const selection = useSelection();
  return (
    <label className={classNames(TARGET, "max-md:size-11!")}>
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        className={BOX}
        data-select-row={id}
        data-row-key="x"
        checked={isChosen(selection, id)}
        onChange={({ nativeEvent }) =>
          selection.choose(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}

type SelectPageProps = { label: string; className?: string; shown?: boolean };

/** Takes the rows of the page in or out. */
export function SelectPage({ label, className, shown }: SelectPageProps) {
  const selection = useSelection();
  const { pageIds } = selection;
  const count = pageIds.filter((id) => isChosen(selection, id)).length;
  return (
    <label
      className={classNames(
        "inline-flex cursor-pointer items-center gap-2 align-middle",
        className,
      )}
    >
      <input
        type="checkbox"
        className={BOX}
        checked={count > 0 && count === pageIds.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < pageIds.length;
        }}
        onChange={selection.choosePage}
      />
      <span className={shown ? undefined : "sr-only"}>{label}</span>
    </label>
  );
}
