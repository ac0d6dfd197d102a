"use client";

import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** What was typed before, where it has the fields of this form. */
function readDraft<Form extends FieldValues>(key: string, shape: Form): Form | null {
  try {
    const saved = JSON.parse(sessionStorage.getItem(key) ?? "null") as Record<string, unknown>;
    const fits = Object.entries(shape).every(
      ([name, value]) => typeof saved[name] === typeof value,
    );
    return fits ? (saved as unknown as Form) : null;
  } catch {
    return null;
  }
}

/** Keeps unsent values in this tab, so that they survive a reload; sent ones are forgotten. */
export function useDraft<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  values: Form,
  key: string,
) {
  const { isDirty } = form.formState;
  const text = JSON.stringify(values);

  useEffect(() => {
    const saved = readDraft(key, form.getValues());
    if (saved) form.reset(saved, { keepDefaultValues: true });
  }, [form, key]);

  useEffect(() => {
    if (isDirty) sessionStorage.setItem(key, text);
  }, [isDirty, key, text]);

  return {
    forget: () => sessionStorage.removeItem(key),
    keep: () => sessionStorage.setItem(key, text),
  };
}
