import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type SearchFieldProps = { label: string; value: string; className?: string };

/** What a list is searched for. */
export function SearchField({ label, value, className }: SearchFieldProps) {
  return (
    <Field label={label} className={className ?? "grow basis-40 sm:max-w-64"}>
      {(control) => (
        <Input {...control} type="search" name="q" defaultValue={value} autoComplete="off" />
      )}
    </Field>
  );
}

type ChoiceFieldProps<Value extends string> = {
  label: string;
  name: string;
  value: Value | null;
  values: readonly Value[];
  words: (value: Value) => string;
  /** What stands for all of them. */
  any: string;
  className?: string;
};

/** One of the values a list can be narrowed to, or any. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, name, value, values, words, any, className = "basis-32" } = props;
  return (
    <Field label={label} className={className}>
      {(control) => (
        <Select
          {...control}
          name={name}
          defaultValue={value ?? ""}
          emptyLabel={any}
          options={values.map((one) => ({ value: one, label: words(one) }))}
        />
      )}
    </Field>
  );
}
