"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Moment } from "@/components/time/moment";
import type { Instant } from "@/lib/domain/instant";

export type IssuedLink = { url: string; expiresAt: Instant };

type IssuedDialogProps = {
  name: string;
  link: IssuedLink | null;
  timeZone: string;
  onClose: () => void;
};

/** Shows a new link, this once. */
export function IssuedDialog({ name, link, timeZone, onClose }: IssuedDialogProps) {
  const t = useTranslations("users.link");
  const shell = useTranslations("shell");
  const until = () =>
    link && <Moment at={link.expiresAt} timeZone={timeZone} style="short" className="text-ink" />;
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("readyTitle", { name })}
      description={t.rich("ready", { until })}
      closeLabel={shell("dismiss")}
    >
      {link && (
        <div className="flex items-end gap-2">
          <Field label={t("field")} className="grow">
            {(aria) => (
              <Input
                {...aria}
                readOnly
                value={link.url}
                className="font-mono"
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
          </Field>
          <CopyButton text={link.url} label={t("copy")} copiedLabel={t("copied")} />
        </div>
      )}
    </Dialog>
  );
}
