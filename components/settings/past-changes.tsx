import { useTranslations } from "next-intl";
import { CHANGE_TONE } from "@/components/settings/change-tone";
import { SettingChange } from "@/components/settings/setting-change";
import { useSettingText } from "@/components/settings/use-setting-text";
import { Moment } from "@/components/time/moment";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { SettingsChange } from "@/lib/domain/settings/settings-change";

type PastChangesProps = {
  changes: readonly SettingsChange[];
  people?: Readonly<Record<string, string>>;
  timeZone: string;
};

/** The latest proposals that are over, and who decided them. */
export function PastChanges({ changes, people, timeZone }: PastChangesProps) {
  const t = useTranslations("settings.past");
  const state = useTranslations("settings.state");
  const text = useSettingText(people);
  if (changes.length === 0) return null;
  return (
    <Section title={t("title")} surface="plain" className="mt-6">
      <Table caption={t("title")}>
        <TableHead>
          <HeaderCell>{t("what")}</HeaderCell>
          <HeaderCell>{t("change")}</HeaderCell>
          <HeaderCell>{t("by")}</HeaderCell>
          <HeaderCell>{t("outcome")}</HeaderCell>
        </TableHead>
        <TableBody>
          {changes.map((change) => (
            <Row key={change.changeId}>
              <Cell primary>{text(change).name}</Cell>
              <Cell label={t("change")}>
                <SettingChange wish={change} people={people} />
              </Cell>
              <Cell label={t("by")}>
                <span>
                  {change.proposedByName}
                  <span className="block text-meta text-muted">
                    <Moment at={change.proposedAt} timeZone={timeZone} />
                  </span>
                </span>
              </Cell>
              <Cell label={t("outcome")}>
                <span>
                  <Status tone={CHANGE_TONE[change.state]}>{state(change.state)}</Status>
                  {change.decidedByName !== null && change.decidedAt !== null && (
                    <span className="block text-meta text-muted">
                      {change.decidedByName} <Moment at={change.decidedAt} timeZone={timeZone} />
                    </span>
                  )}
                </span>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
