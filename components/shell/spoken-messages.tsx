"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use, useMemo } from "react";
import { preload } from "react-dom";
import type messages from "@/lib/i18n/messages/en.json";
import type { Locale } from "@/lib/i18n/locales";

type Spoken = typeof messages;

// On the server alone; a browser asks for the file.
const AT_HAND: Record<Locale, () => Promise<{ default: unknown }>> = {
  en: () => import("@/lib/i18n/messages/en.json"),
  "zh-CN": () => import("@/lib/i18n/messages/zh-CN.json"),
};

async function read(locale: Locale, address: string): Promise<Spoken> {
  if (typeof window === "undefined") return (await AT_HAND[locale]()).default as Spoken;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The words of ${locale} were answered ${answer.status}.`);
  return (await answer.json()) as Spoken;
}

const asked = new Map<string, Promise<Spoken>>();

/** The same promise for each asking, as `use` wants it. */
function ask(locale: Locale, address: string): Promise<Spoken> {
  const known = asked.get(address);
  if (known) return known;
  const answer = read(locale, address);
  answer.catch(() => asked.delete(address));
  asked.set(address, answer);
  return answer;
}

type SpokenMessagesProps = {
  locale: Locale;
  /** Where the words of this language are. */
  address: string;
  timeZone: string;
  clock: string;
  children: ReactNode;
};

/**
 * The words of one language for everything below. They come in a file of their own, which browsers
 * keep until the next release, and so travel with no page and no refresh.
 */
export function SpokenMessages(props: SpokenMessagesProps) {
  const { locale, address, timeZone, clock, children } = props;
  preload(address, { as: "fetch", crossOrigin: "anonymous" });
  const spoken = use(ask(locale, address));
  const messages = useMemo(() => ({ ...spoken, time: { ...spoken.time, clock } }), [spoken, clock]);
  return (
    <NextIntlClientProvider {...{ locale, timeZone, messages }}>{children}</NextIntlClientProvider>
  );
}
