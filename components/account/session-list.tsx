"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { showToast } from "@/components/ui/toast";
import { browserOf } from "@/components/account/browser-of";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";
import { useDateLocale } from "@/components/time/use-date-locale";
import { Moment } from "@/components/time/moment";
import { RelativeTime } from "@/components/time/relative-time";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { SessionEntry } from "@/lib/domain/access/session-rules";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

export type SessionActions = {
  endSession: (input: { sessionId: string }) => Promise<ActionResult<unknown>>;
  endOtherSessions: (input: undefined) => Promise<ActionResult<{ ended: number }>>;
};

type SessionListProps = {
  sessions: readonly SessionEntry[];
  current: string;
  now: Instant;
  timeZone: string;
  actions: SessionActions;
};

/** Every browser in which the person is signed in, with the means to sign it out. */
export function SessionList({ sessions, current, now, timeZone, actions }: SessionListProps) {
  const t = useTranslations("account");
  return (
    <>
      <Table caption={t("sessions")}>
        <TableHead>
          <HeaderCell>{t("column.browser")}</HeaderCell>
          <HeaderCell>{t("column.address")}</HeaderCell>
          <HeaderCell>{t("column.since")}</HeaderCell>
          <HeaderCell>{t("column.active")}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t("column.act")}</span>
          </HeaderCell>
        </TableHead>
        <TableBody>
          {sessions.map((session) => (
            <SessionRow
              key={session.sessionId}
              session={session}
              isCurrent={session.sessionId === current}
              now={now}
              timeZone={timeZone}
              endSession={actions.endSession}
            />
          ))}
        </TableBody>
      </Table>
      {sessions.length > 1 && <EndOthers endOtherSessions={actions.endOtherSessions} />}
    </>
  );
}

type SessionRowProps = {
  session: SessionEntry;
  isCurrent: boolean;
  now: Instant;
  timeZone: string;
  endSession: SessionActions["endSession"];
};

function SessionRow({ session, isCurrent, now, timeZone, endSession }: SessionRowProps) {
  const t = useTranslations("account");
  const text = useProblemText();
  const locale = useDateLocale();
  const name = browserOf(session.userAgent);
  const browser = name
    ? name.system
      ? t("browserOn", { browser: name.browser, system: name.system })
      : name.browser
    : t("unknownBrowser");
  const end = async () => {
    const answer = await callAction(() => endSession({ sessionId: session.sessionId }));
    if (answer.ok) showToast("pass", t("ended"));
    else showToast("block", text(answer.problem));
  };
  const since = formatMoment(session.createdAt, "short", timeZone, locale);
  return (
    <Row>
      <Cell primary>
        <span className="flex flex-wrap gap-x-2">
          {browser}
          {isCurrent && <Badge tone="pass">{t("here")}</Badge>}
        </span>
      </Cell>
      <Cell label={t("column.address")}>{session.address ?? "–"}</Cell>
      <Cell label={t("column.since")}>
        <Moment at={session.createdAt} timeZone={timeZone} style="short" />
      </Cell>
      <Cell label={t("column.active")}>
        <RelativeTime at={session.lastActiveAt} now={now} timeZone={timeZone} />
      </Cell>
      <Cell className="md:text-right">
        {!isCurrent && (
          <Button size="small" aria-label={t("endOf", { browser, since })} onClick={end}>
            {t("end")}
          </Button>
        )}
      </Cell>
    </Row>
  );
}

function EndOthers({ endOtherSessions }: Pick<SessionActions, "endOtherSessions">) {
  const t = useTranslations("account");
  const text = useProblemText();
  const end = async () => {
    const answer = await callAction(() => endOtherSessions(undefined));
    if (answer.ok) showToast("pass", t("endedOthers", { count: answer.data.ended }));
    else showToast("block", text(answer.problem));
  };
  return (
    <div className="mt-3">
      <ConfirmDialog
        trigger={<Button>{t("endOthers")}</Button>}
        title={t("endOthersTitle")}
        confirmLabel={t("endOthers")}
        cancelLabel={t("cancel")}
        onConfirm={end}
      >
        {t("endOthersWhat")}
      </ConfirmDialog>
    </div>
  );
}
