import { useFormatter, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Status } from "@/components/ui/status";
import type { SystemFacts } from "@/components/system/system-facts";
import { useByteSize } from "@/components/system/use-byte-size";

/** Which database, how large, whether it fits this version, and how busy its connections are. */
export function SystemDatabase({ database, missingMigrations, pool }: SystemFacts) {
  const t = useTranslations("system.database");
  const size = useByteSize();
  const format = useFormatter();
  return (
    <DescriptionList
      items={[
        { key: "version", term: t("version"), value: `PostgreSQL ${database.version}` },
        { key: "name", term: t("name"), value: <code>{database.name}</code> },
        { key: "size", term: t("size"), value: size(database.sizeBytes) },
        {
          key: "fits",
          term: t("migrations"),
          value: <MigrationsFit missing={missingMigrations} />,
        },
        {
          key: "pool",
          term: t("pool"),
          value: t("poolUse", { busy: pool.open - pool.idle, open: pool.open, most: pool.most }),
        },
        {
          key: "waiting",
          term: t("waiting"),
          value:
            pool.waiting === 0 ? (
              <Status tone="pass">{t("noneWaiting")}</Status>
            ) : (
              <Status tone="warn">{format.number(pool.waiting)}</Status>
            ),
        },
      ]}
    />
  );
}

function MigrationsFit({ missing }: { missing: number | null }) {
  const t = useTranslations("system.database");
  if (missing === 0) return <Status tone="pass">{t("fits")}</Status>;
  if (missing === null) return <Status tone="block">{t("differs")}</Status>;
  return <Status tone="block">{t("missing", { count: missing })}</Status>;
}
