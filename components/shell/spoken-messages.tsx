"use client";

import dynamic from "next/dynamic";
import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use, useMemo } from "react";
import type messages from "@/lib/i18n/messages/en.json";
import type { Locale } from "@/lib/i18n/locales";

type Spoken = typeof messages;

const SPOKEN: Record<Locale, () => Promise<{ spoken: Spoken }>> = {
  en: () => import("@/components/shell/messages-en"),
  "zh-CN": () => import("@/components/shell/messages-zh-cn"),
};

// Each with its own import(): that is how the build learns which file to ask for ahead.
const AHEAD = {
  en: dynamic(() => import("@/components/shell/messages-en").then(({ Ahead }) => Ahead)),
  "zh-CN": dynamic(() => import("@/components/shell/messages-zh-cn").then(({ Ahead }) => Ahead)),
};

const asked = new Map<Locale, Promise<{ spoken: Spoken }>>();

/** The same promise for each asking, as `use` wants it. */
function ask(locale: Locale): Promise<{ spoken: Spoken }> {
  const known = asked.get(locale);
  if (known) return known;
  const answer = SPOKEN[locale]();
  answer.catch(() => asked.delete(locale));
  asked.set(locale, answer);
  return answer;
}

type SpokenMessagesProps = { locale: Locale; timeZone: string; clock: string; children: ReactNode };

/**
 * The words of one language for everything below. They come in a file of their own, which browsers
 * keep until the next release, and so travel with no page and no refresh.
 */
export function SpokenMessages({ locale, timeZone, clock, children }: SpokenMessagesProps) {
  const { spoken } = use(ask(locale));
  const messages = useMemo(() => ({ ...spoken, time: { ...spoken.time, clock } }), [spoken, clock]);
  const Ahead = AHEAD[locale];
  return (
    <NextIntlClientProvider {...{ locale, timeZone, messages }}>
      <Ahead />
      {children}
    </NextIntlClientProvider>
  );
}
