"use client";

import { FRAME_FAILED } from "@/lib/i18n/frame-failed";

const { en, "zh-CN": zh } = FRAME_FAILED;

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
