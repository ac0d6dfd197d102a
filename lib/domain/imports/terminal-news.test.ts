import { expect, it } from "vitest";
import { terminalNews } from "@/lib/domain/imports/terminal-news";
import { changeOf, type RegisteredTerminal, terminalOf } from "@/lib/domain/registry";

const ONE = "898210154110002";
const TWO = "898210154110003";

function change(merchantId: string, terminalId: string, asked: Partial<RegisteredTerminal>) {
  const known = terminalOf({ merchantId, terminalId, status: "deployed" });
  return changeOf<RegisteredTerminal>(asked, known)!;
}

it("tells of one terminal by its number, and of several that become alike together", () => {
  const lost = { status: "lost", statusReason: "Stolen with the van." } as const;
  const news = terminalNews([
    change(ONE, "00018644", lost),
    change(TWO, "00018650", lost),
    change(ONE, "00018645", lost),
    change(ONE, "00018646", { status: "retired" }),
    change(ONE, "00018647", { model: "A930" }),
  ]);
  expect(news).toEqual([
    {
      merchantId: ONE,
      notification: {
        ...{ kind: "terminal_status_changed", href: "/terminals?status=lost" },
        params: {
          ...{ terminalId: "00018644", from: null, to: "lost", terminals: 2 },
          ...{ reason: "Stolen with the van.", named: ["00018644", "00018645"] },
        },
      },
    },
    {
      merchantId: TWO,
      notification: {
        ...{ kind: "terminal_status_changed", href: "/terminals/00018650" },
        params: {
          ...{ terminalId: "00018650", from: "deployed", to: "lost", terminals: 1 },
          reason: "Stolen with the van.",
        },
      },
    },
    {
      merchantId: ONE,
      notification: {
        ...{ kind: "terminal_status_changed", href: "/terminals/00018646" },
        params: {
          ...{ terminalId: "00018646", from: "deployed", to: "retired", terminals: 1 },
          reason: null,
        },
      },
    },
  ]);
});

it("names the first five of many", () => {
  const numbers = Array.from({ length: 7 }, (_, n) => `0001865${n}`);
  const [news, ...others] = terminalNews(
    numbers.map((terminalId) => change(ONE, terminalId, { status: "lost" })),
  );
  expect(others).toEqual([]);
  expect(news?.notification.params).toMatchObject({ terminals: 7, named: numbers.slice(0, 5) });
});
