"use client";

import { Eye, EyeOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  setTryKey,
  TEST_KEY_START,
  type TryKeyFault,
  useTryKey,
} from "@/components/developers/try-key";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** The key all operations of this page are tried with; a live one is named as such while it is typed. */
export function TryKeyField({ fault }: { fault: TryKeyFault | null }) {
  const t = useTranslations("tryIt");
  const key = useTryKey();
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field
      label={t("key")}
      required
      error={fault && t(`keyFault.${fault}`)}
      hint={t.rich("keyHint", {
        keys: (text) => (
          <Link
            href="/developers/keys"
            className="rounded-control text-accent underline underline-offset-4"
          >
            {text}
          </Link>
        ),
      })}
    >
      {(aria) => (
        <div className="flex gap-2">
          <Input
            {...aria}
            type={isShown ? "text" : "password"}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={key}
            placeholder={TEST_KEY_START}
            onChange={(event) => setTryKey(event.target.value)}
            className="font-mono"
          />
          <IconButton
            label={t(isShown ? "hideKey" : "showKey")}
            icon={<Icon aria-hidden className="size-4" />}
            onClick={() => setShown(!isShown)}
            className="shrink-0"
          />
        </div>
      )}
    </Field>
  );
}
