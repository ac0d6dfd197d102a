import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { RevokeApiKey, type RevokeKeyActions } from "@/components/api-keys/revoke-api-key";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { shownApiKey } from "@/lib/domain/access/api-key-format";
import type { ApiKeyEntry } from "@/lib/domain/access/api-key";
import type { Instant } from "@/lib/domain/instant";

type ApiKeyTableProps = {
  keys: readonly ApiKeyEntry[];
  now: Instant;
  timeZone: string;
  /** Null for those who only read. */
  actions: RevokeKeyActions | null;
};

/** The keys of a merchant, or of the acquirer: what each may do, and whether it is still in use. */
export function ApiKeyTable(props: ApiKeyTableProps) {
  const { keys } = props;
  const t = useTranslations("apiKeys");
  if (keys.length === 0) {
    return (
      <EmptyState icon={KeyRound} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("column.name")}</HeaderCell>
        <HeaderCell>{t("column.scopes")}</HeaderCell>
        <HeaderCell numeric>{t("column.rate")}</HeaderCell>
        <HeaderCell>{t("column.created")}</HeaderCell>
        <HeaderCell>{t("column.used")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t("column.act")}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <KeyRow key={key.keyId} {...props} entry={key} />
        ))}
      </TableBody>
    </Table>
  );
}

function KeyRow(props: ApiKeyTableProps & { entry: ApiKeyEntry }) {
  const { entry, now, timeZone, actions } = props;
  const t = useTranslations("apiKeys");
  const scope = useTranslations("audit.scope");
  return (
    <Row>
      <Cell primary>
        <span>
          {entry.name} {entry.mode === "test" && <Badge tone="warn">{t("mode.test")}</Badge>}
          <span className="block font-mono text-meta font-normal text-muted">
            {shownApiKey(entry.mode, entry.hint)}
          </span>
        </span>
      </Cell>
      <Cell label={t("column.scopes")} className="text-meta">
        {entry.scopes.map((one) => scope(one)).join(" · ")}
      </Cell>
      <Cell label={t("column.rate")} numeric>
        {entry.ratePerSecond === 0 ? t("noRate") : t("rate", { rate: entry.ratePerSecond })}
      </Cell>
      <Cell label={t("column.created")}>
        <span>
          <Moment at={entry.createdAt} timeZone={timeZone} style="date" />
          <span className="block text-meta text-muted">{entry.createdBy ?? t("commandLine")}</span>
        </span>
      </Cell>
      <Cell label={t("column.used")}>
        {entry.lastUsedAt === null ? (
          t("never")
        ) : (
          <RelativeTime at={entry.lastUsedAt} now={now} timeZone={timeZone} />
        )}
      </Cell>
      <Cell label={t("column.state")}>
        {entry.revokedAt === null ? (
          <Status tone="pass">{t("state.active")}</Status>
        ) : (
          <span>
            <Status tone="block">{t("state.revoked")}</Status>
            <span className="block text-meta text-muted">
              <Moment at={entry.revokedAt} timeZone={timeZone} />
            </span>
          </span>
        )}
      </Cell>
      <Cell className="md:text-right">
        {actions && entry.revokedAt === null && <RevokeApiKey entry={entry} actions={actions} />}
      </Cell>
    </Row>
  );
}
