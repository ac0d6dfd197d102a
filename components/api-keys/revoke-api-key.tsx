"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { ApiKeyEntry } from "@/lib/domain/access/api-key";

export type RevokeKeyActions = {
  revokeKey: (input: { keyId: string }) => Promise<ActionResult<void>>;
  confirmPassword: ConfirmPassword;
};

type RevokeApiKeyProps = {
  entry: Pick<ApiKeyEntry, "keyId" | "name" | "lastUsedAt">;
  actions: RevokeKeyActions;
};

/** Ends a key for good, after asking: whoever still uses it is refused. */
export function RevokeApiKey({ entry, actions }: RevokeApiKeyProps) {
  const { keyId, name, lastUsedAt } = entry;
  const t = useTranslations("apiKeys.revoke");
  const fresh = useFreshPassword(actions.confirmPassword);
  return (
    <>
      <ConfirmedAction
        label={t("button")}
        labelFor={t("buttonFor", { name })}
        title={t("title", { name })}
        confirmLabel={t("confirm")}
        cancelLabel={t("keep")}
        done={t("done")}
        danger
        act={() => fresh.run(() => actions.revokeKey({ keyId }))}
      >
        {t(lastUsedAt === null ? "whatUnused" : "what")}
      </ConfirmedAction>
      {fresh.dialog}
    </>
  );
}
