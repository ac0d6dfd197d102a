"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { SettingChange } from "@/components/settings/setting-change";
import { SettingEffect } from "@/components/settings/setting-effect";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { SettingsWishForm } from "@/lib/contracts/settings-form";
import { isSameValue } from "@/lib/domain/settings/settings-change";
import type { SettingPreview } from "@/lib/domain/settings/settings-effect";

type SettingDialogProps = {
  title: string;
  label?: string;
  /** The fields; they show their own faults. */
  children: ReactNode;
  /** What was filled in; null when it has faults. */
  read: () => Promise<SettingsWishForm | null>;
  onOpen?: () => void;
  timeZone: string;
  people?: Readonly<Record<string, string>>;
  actions: SettingsActions;
};

type Review = { wish: SettingsWishForm; preview: SettingPreview };

/** Changes one setting: the fields, then what it would do, then the act. */
export function SettingDialog(props: SettingDialogProps) {
  const { title, children, read, onOpen, timeZone, people, actions } = props;
  const t = useTranslations("settings");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [isSame, setIsSame] = useState(false);
  const [review, setReview] = useState<Review | null>(null);
  const act = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const toggle = (next: boolean) => {
    if (next) onOpen?.();
    setReview(null);
    setProblem(null);
    setIsSame(false);
    setOpen(next);
  };
  const look = async () => {
    const wish = await read();
    if (!wish) return;
    setIsSame(isSameValue(wish.before, wish.after));
    if (isSameValue(wish.before, wish.after)) return;
    const answer = await callAction(() => actions.preview(wish));
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setReview({ wish, preview: answer.data });
  };
  const change = async ({ wish }: Review) => {
    const answer = await callAction(() => actions.change(wish));
    if (!answer.ok) return setProblem(answer.problem);
    toggle(false);
    showToast("pass", t(answer.data === "applied" ? "applied" : "proposed"));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    await (review ? change(review) : look());
    setPending(false);
  };
  const back = () => {
    setReview(null);
    act.current?.focus();
  };
  const needsSecond = review?.preview.needsSecond;
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={
        <Button size="small" aria-label={t("changeOf", { name: title })}>
          {props.label ?? t("change")}
        </Button>
      }
      title={title}
      closeLabel={shell("dismiss")}
    >
      <form method="post" onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {problem && <ProblemNotice problem={problem} />}
        <div hidden={review !== null} className="space-y-4">
          {children}
        </div>
        {isSame && <p role="status">{t("changesNothing")}</p>}
        {review && (
          <div aria-live="polite" className="space-y-3">
            <SettingChange wish={review.wish} people={people} />
            <SettingEffect
              kind={review.wish.kind}
              effect={review.preview.effect}
              {...{ timeZone }}
            />
            {needsSecond && <Notice tone="info">{t("needsSecond")}</Notice>}
          </div>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {review && <Button onClick={back}>{t("back")}</Button>}
          <Button ref={act} type="submit" variant="primary" pending={pending}>
            {review ? t(needsSecond ? "propose" : "apply") : t("look")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
