import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getMessages, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { readTheme } from "@/app/theme";
import { Providers } from "@/components/shell/providers";
import { SpokenMessages } from "@/components/shell/spoken-messages";
import { wordsAddress } from "@/lib/i18n/words-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    description: t("description"),
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#171a1e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const { time } = await getMessages();
  const theme = await readTheme();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <SpokenMessages
          address={wordsAddress(locale)}
          timeZone={await getTimeZone()}
          clock={time.clock}
          {...{ locale }}
        >
          <Providers nonce={nonce}>{children}</Providers>
        </SpokenMessages>
      </body>
    </html>
  );
}
