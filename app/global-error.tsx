"use client";

import { errors as en } from "@/lib/i18n/messages/en.json";
import { errors as zh } from "@/lib/i18n/messages/zh-CN.json";

/** Even the frame failed: no provider, no style sheet, both languages. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>
            <span lang="zh-CN">{zh.title}</span> · {en.title}
          </h1>
          <p lang="zh-CN">{zh.unexpected}</p>
          <p>{en.unexpected}</p>
          <button type="button" onClick={reset}>
            <span lang="zh-CN">{zh.retry}</span> · {en.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
