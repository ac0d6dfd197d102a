import { useFormatter, useTranslations } from "next-intl";
import { type Task, TaskList } from "@/components/desk/task-list";
import { CHANGE_TONE } from "@/components/settings/change-tone";
import { useSettingText } from "@/components/settings/use-setting-text";
import { RelativeTime } from "@/components/time/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { placeOf } from "@/lib/domain/access/places";
import type { Instant } from "@/lib/domain/instant";
import { type Proposals, proposalPlace } from "@/lib/domain/settings/proposals";
import { proposalState, type SettingsChange } from "@/lib/domain/settings/settings-change";

type DeskProposalsProps = Proposals & { now: Instant; timeZone: string };

/** As many as are read at a glance. */
const SHOWN = 5;

const hrefOf = ({ kind }: SettingsChange): string => placeOf(proposalPlace(kind)).path;

/** What waits for the reader's word, the longest waiting first, and what became of their own proposals. */
export function DeskProposals(props: DeskProposalsProps) {
  const { changes, links, own, people, now, timeZone } = props;
  const t = useTranslations("proposals");
  const state = useTranslations("settings.state");
  const format = useFormatter();
  const text = useSettingText(people);
  const valuesOf = (change: SettingsChange) => {
    const { before, after } = text(change);
    return before === null || after === "" ? after : `${before} → ${after}`;
  };
  const ago = (at: Instant) => <RelativeTime {...{ at, now, timeZone }} className="text-muted" />;
  const asked = [
    ...changes.map((change) => ({
      ...{ key: change.changeId, href: hrefOf(change), at: change.proposedAt },
      title: text(change).name,
      meta: [valuesOf(change), t("by", { name: change.proposedByName })]
        .filter(Boolean)
        .join(" · "),
    })),
    ...links.map(({ userId, name, askedByName, askedAt }) => ({
      ...{ key: userId, href: placeOf("people").path, at: askedAt },
      title: t("linkFor", { name }),
      meta: t("by", { name: askedByName }),
    })),
  ].toSorted((one, other) => one.at - other.at);
  const ownTask = (change: SettingsChange): Task => {
    const stateNow = proposalState(change, now);
    const { decidedByName: name } = change;
    return {
      ...{ key: change.changeId, href: hrefOf(change), title: text(change).name },
      meta: stateNow === "proposed" ? t("waits") : name && t("decidedBy", { name }),
      aside: (
        <span className="inline-flex flex-wrap justify-end gap-x-2">
          <Status tone={CHANGE_TONE[stateNow]}>{state(stateNow)}</Status>
          {ago(change.decidedAt ?? change.proposedAt)}
        </span>
      ),
    };
  };
  const [oldest] = asked;
  const hidden = asked[SHOWN] ?? null;
  return (
    <Section title={t("title")} aside={oldest && t.rich("oldest", { when: () => ago(oldest.at) })}>
      <div className="divide-y">
        <TaskList
          title={t("toConfirm")}
          count={format.number(asked.length)}
          tone="warn"
          none={t("none")}
          all={hidden && { href: hidden.href, label: t("more", { count: asked.length - SHOWN }) }}
          tasks={asked.slice(0, SHOWN).map(({ at, ...task }) => ({ ...task, aside: ago(at) }))}
        />
        {own.length > 0 && (
          <TaskList
            title={t("own")}
            count={format.number(own.length)}
            tone="neutral"
            none={t("none")}
            all={null}
            tasks={own.map(ownTask)}
          />
        )}
      </div>
    </Section>
  );
}
