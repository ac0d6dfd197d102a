import { describe, expect, it } from "vitest";
import { DEFAULT_REASON_MAPS, PROFILE_IDS } from "@/lib/domain/response-codes/profiles";
import catalogue from "@/prisma/reference-data/response-codes.json";

const codesOf = (profile: string) =>
  catalogue.codes.filter(({ profiles }) => profiles.includes(profile));

describe.each(PROFILE_IDS)("the catalogue of %s", (profile) => {
  const rows = codesOf(profile);

  it("has every code once", () => {
    const codes = rows.map(({ code }) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect(codes).toContain("00");
  });

  it("explains every code a reason maps to", () => {
    const known = new Set(rows.map(({ code }) => code));
    const mapped = Object.values(DEFAULT_REASON_MAPS[profile]);
    expect(mapped.filter((code) => !known.has(code))).toEqual([]);
  });

  it("speaks both languages and tells what to do", () => {
    const han = /\p{Script=Han}/u;
    const wrong = rows.filter(({ meaning, action }) => {
      const text = catalogue.actions[action as keyof typeof catalogue.actions];
      return [meaning, text].some(({ en, zh }) => en === "" || han.test(en) || !han.test(zh));
    });
    expect(wrong).toEqual([]);
  });

  it("keeps to the words the contract knows", () => {
    const allowed = {
      category: /^(card|limit|merchant|terminal|txn|network|system|security|ok)$/,
      predictable: /^(yes|no|partly)$/,
      retryClass: /^(none|never|other_card|after_fix|later|query_first)$/,
    };
    const wrong = rows.filter(
      (row) =>
        !allowed.category.test(row.category) ||
        !allowed.predictable.test(row.predictable) ||
        !allowed.retryClass.test(row.retryClass) ||
        row.emitters.some((emitter) => !/^(acquirer|switch|issuer)$/.test(emitter)),
    );
    expect(wrong).toEqual([]);
  });
});
