"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * What was typed or chosen before the page woke up, or is put back by a browser that returns,
 * counts as if it were typed now: React leaves it in the field and knows nothing of it.
 */
export function useEarlyInput(
  control: RefObject<{ value: string } | null>,
  value: string,
  onEarlyInput: (value: string) => void,
): void {
  const adopt = useEffectEvent(() => {
    const shown = control.current?.value ?? value;
    if (shown !== value) onEarlyInput(shown);
  });
  useEffect(() => adopt(), []);
}
