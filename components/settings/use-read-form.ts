import type { FieldValues, UseFormReturn } from "react-hook-form";

/** What a form holds once it is sound; null while it has faults, which its fields then show. */
export function useReadForm<Values extends FieldValues>(form: UseFormReturn<Values>) {
  return (): Promise<Values | null> =>
    new Promise((done) => {
      void form.handleSubmit(
        (values) => done(values),
        () => done(null),
      )();
    });
}
