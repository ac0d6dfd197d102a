"use client";

import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page";

/** What fails outside any frame brings its own landmark. */
export default function RootError(props: ErrorPageProps) {
  return (
    <main id="main">
      <ErrorPage {...props} />
    </main>
  );
}
