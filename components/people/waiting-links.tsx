import { useTranslations } from "next-intl";
import { type ConfirmLink, ConfirmLinkButton } from "@/components/people/confirm-link-button";
import { RelativeTime } from "@/components/time/relative-time";
import { Section } from "@/components/ui/section";
import type { Person } from "@/lib/domain/access/person";
import type { LinkRequest } from "@/lib/domain/access/sign-up-links";
import type { Instant } from "@/lib/domain/instant";

type WaitingLinksProps = {
  waiting: readonly { person: Person; request: LinkRequest; mayConfirm: boolean }[];
  ownUserId: string;
  now: Instant;
  timeZone: string;
  confirmLink: ConfirmLink;
};

/** The sign-up links that wait for a second person: for whom, and who asked. */
export function WaitingLinks(props: WaitingLinksProps) {
  const { waiting, ownUserId, now, timeZone, confirmLink } = props;
  const t = useTranslations("users.waiting");
  if (waiting.length === 0) return null;
  return (
    <Section title={t("title")} aside={t("lead")} className="mb-6">
      <ul className="divide-y">
        {waiting.map(({ person, request, mayConfirm }) => (
          <li key={person.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
            <div className="min-w-0 grow">
              <span className="font-medium">{person.name}</span>{" "}
              <span className="text-meta text-muted">{person.email}</span>
              <span className="block text-meta text-muted">
                {t.rich("askedBy", {
                  name: request.askedByUserId === ownUserId ? t("you") : request.askedByName,
                  when: () => <RelativeTime at={request.askedAt} now={now} timeZone={timeZone} />,
                })}
              </span>
            </div>
            {mayConfirm ? (
              <ConfirmLinkButton person={person} timeZone={timeZone} confirmLink={confirmLink} />
            ) : (
              <span className="text-meta text-muted">{t("another")}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
