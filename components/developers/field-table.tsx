import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import type { Field, Parameter } from "@/lib/contracts/api-reference";

type FieldTableProps = { caption: string; fields: readonly (Field | Parameter)[] };

/** What is sent or answered, a line for each field. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  const t = useTranslations("developers");
  const columns = ["name", "type", "description"] as const;
  return (
    <PlainTable
      whole
      caption={caption}
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      rows={fields.map((field) => ({
        key: `${"place" in field ? field.place : ""} ${field.name}`,
        cells: {
          name: (
            <>
              <code className="font-mono" lang="en">
                {field.name}
              </code>
              <span className="block text-meta whitespace-nowrap text-muted">
                {"place" in field && `${t(`place.${field.place}`)} · `}
                {t(field.isRequired ? "required" : "optional")}
              </span>
            </>
          ),
          type: (
            <code className="font-mono text-meta break-words" lang="en">
              {field.type}
            </code>
          ),
          description: <span lang="en">{field.description?.replaceAll("`", "")}</span>,
        },
      }))}
    />
  );
}
