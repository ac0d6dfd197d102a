import { useTranslations } from "next-intl";
import { ConfirmInvitationButton } from "@/components/people/confirm-invitation";
import { DecideChange } from "@/components/settings/decide-change";
import { SettingChange } from "@/components/settings/setting-change";
import type { ChangeActions } from "@/components/settings/settings-actions";
import { useSettingText } from "@/components/settings/use-setting-text";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { Instant } from "@/lib/domain/instant";
import { PROPOSAL_MS, type WaitingChange } from "@/lib/domain/settings/settings-change";

type WaitingChangesProps = {
  waiting: readonly WaitingChange[];
  ownUserId: string;
  people?: Readonly<Record<string, string>>;
  now: Instant;
  timeZone: string;
  actions: ChangeActions;
};

/** Changes that wait for a second person: what, by whom, until when, and whether they can still be made. */
export function WaitingChanges(props: WaitingChangesProps) {
  const { waiting, ownUserId, people, now, timeZone, actions } = props;
  const t = useTranslations("settings.waiting");
  const text = useSettingText(people);
  if (waiting.length === 0) return null;
  return (
    <Section title={t("title")} aside={t("lead")} className="mb-4">
      <ul className="divide-y">
        {waiting.map(({ change, stands, mayDecide, mayWithdraw }) => (
          <li
            key={change.changeId}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 grow basis-80">
              <p className="font-medium">{text(change).name}</p>
              <SettingChange wish={change} people={people} />
              <p className="text-meta text-muted">
                {t.rich("by", {
                  name: change.proposedByUserId === ownUserId ? t("you") : change.proposedByName,
                  when: () => <RelativeTime at={change.proposedAt} now={now} timeZone={timeZone} />,
                  until: () => (
                    <Moment
                      at={change.proposedAt + PROPOSAL_MS}
                      timeZone={timeZone}
                      style="short"
                    />
                  ),
                })}
              </p>
              {!stands && <Status tone="warn">{t("moved")}</Status>}
            </div>
            {mayDecide || mayWithdraw ? (
              <DecideChange
                changeId={change.changeId}
                name={text(change).name}
                confirm={
                  change.kind === "invitation" &&
                  actions.confirmInvitation && (
                    <ConfirmInvitationButton
                      confirmInvitation={actions.confirmInvitation}
                      {...{ change, timeZone }}
                    />
                  )
                }
                {...{ stands, mayDecide, mayWithdraw, actions }}
              >
                <SettingChange wish={change} people={people} />
              </DecideChange>
            ) : (
              <span className="text-meta text-muted">{t("another")}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
