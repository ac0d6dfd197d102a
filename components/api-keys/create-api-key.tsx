"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiKeyFormView, type CreateKeyActions } from "@/components/api-keys/api-key-form-view";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

type CreateApiKeyProps = {
  /** Only the acquirer says how often a key may ask. */
  mayChooseRate?: boolean;
  actions: CreateKeyActions;
};

/** Makes a key and shows it, this once. */
export function CreateApiKey({ mayChooseRate = false, actions }: CreateApiKeyProps) {
  const t = useTranslations("apiKeys");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setKey(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button variant="primary">{t("create")}</Button>}
      title={key === null ? t("create") : t("ready")}
      closeLabel={shell("dismiss")}
    >
      {key === null ? (
        <ApiKeyFormView {...{ mayChooseRate, actions }} onCreated={setKey} />
      ) : (
        <div className="space-y-3">
          <Notice tone="warn" role="status">
            {t("readyWhat")}
          </Notice>
          <div className="flex items-end gap-2">
            <Field label={t("key")} className="grow">
              {(aria) => (
                <Input
                  {...aria}
                  readOnly
                  autoFocus
                  value={key}
                  className="font-mono"
                  onFocus={(event) => event.currentTarget.select()}
                />
              )}
            </Field>
            <CopyButton text={key} label={t("copy")} copiedLabel={t("copied")} />
          </div>
          <div className="flex justify-end">
            <Button variant="primary" onClick={() => change(false)}>
              {t("stored")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
