import { useTranslations } from "next-intl";
import { type ConfirmLink, ConfirmLinkButton } from "@/components/people/confirm-link-button";
import { type DeclineLink, DeclineLinkButton } from "@/components/people/decline-link-button";
import { RelativeTime } from "@/components/time/relative-time";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/domain/access/actor";
import type { Person } from "@/lib/domain/access/person";
import {
  type LinkRequest,
  mayConfirmSignUpLink,
  mayDeclineSignUpLink,
} from "@/lib/domain/access/sign-up-links";
import type { Instant } from "@/lib/domain/instant";

type WaitingLinksProps = {
  requests: readonly LinkRequest[];
  people: readonly Person[];
  actor: Extract<Actor, { kind: "user" }>;
  now: Instant;
  timeZone: string;
  actions: { confirmLink: ConfirmLink; declineLink: DeclineLink };
};

/** The sign-up links that wait for a second person: for whom, and who asked. */
export function WaitingLinks({ requests, people, actor, ...props }: WaitingLinksProps) {
  const { now, timeZone, actions } = props;
  const t = useTranslations("users.waiting");
  const waiting = requests.flatMap((request) => {
    const person = people.find(({ userId }) => userId === request.userId);
    return person ? [{ person, request }] : [];
  });
  if (waiting.length === 0) return null;
  return (
    <Section title={t("title")} aside={t("lead")} className="mb-4">
      <ul className="divide-y">
        {waiting.map(({ person, request }) => (
          <li
            key={person.userId}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 grow">
              <span className="font-medium">{person.name}</span>{" "}
              <span className="text-meta text-muted">{person.email}</span>
              <span className="block text-meta text-muted">
                {t.rich("askedBy", {
                  name: request.askedByUserId === actor.userId ? t("you") : request.askedByName,
                  when: () => <RelativeTime at={request.askedAt} now={now} timeZone={timeZone} />,
                })}
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {!mayConfirmSignUpLink(actor, request) && (
                <span className="text-meta text-muted">{t("another")}</span>
              )}
              {mayDeclineSignUpLink(actor, request) && (
                <DeclineLinkButton
                  person={person}
                  isOwn={request.askedByUserId === actor.userId}
                  declineLink={actions.declineLink}
                />
              )}
              {mayConfirmSignUpLink(actor, request) && (
                <ConfirmLinkButton
                  person={person}
                  timeZone={timeZone}
                  confirmLink={actions.confirmLink}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
