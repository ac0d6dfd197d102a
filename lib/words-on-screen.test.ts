import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What is read, heard or shown; everything else in a tag is for the machine. */
const SAID =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|placeholder|caption|label|summary|hint|description|closeLabel|emptyText|heading)$/;

/** Names of things that no language translates. */
const NAMES =
  /^(Headroom|API|CNY|MCC|MID|TID|PCI|PostgreSQL|JSON|curl|HTTP|OpenAPI|CSV|PHP|Java|TypeScript)$/;

const isWords = (text: string) =>
  text.split(/[^\p{L}]+/u).some((word) => word.length > 1 && !NAMES.test(word));

const isInCode = (node: ts.Node): boolean => {
  for (let at = node.parent; at; at = at.parent) {
    if (
      ts.isJsxElement(at) &&
      /^(code|kbd|style|script)$/.test(at.openingElement.tagName.getText())
    )
      return true;
  }
  return false;
};

const JOINING = new Set([
  ...[ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken],
  ...[ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken],
]);

/** Literal text inside an expression that is shown: "a", `a`, x ? "a" : "b", x && "a". */
function* literalsIn(node: ts.Expression): Generator<ts.Node & { text: string }> {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) yield node;
  else if (ts.isTemplateExpression(node)) {
    yield node.head;
    for (const span of node.templateSpans) yield span.literal;
  } else if (ts.isConditionalExpression(node)) {
    yield* literalsIn(node.whenTrue);
    yield* literalsIn(node.whenFalse);
  } else if (ts.isParenthesizedExpression(node)) yield* literalsIn(node.expression);
  else if (ts.isBinaryExpression(node) && JOINING.has(node.operatorToken.kind)) {
    yield* literalsIn(node.left);
    yield* literalsIn(node.right);
  }
}

function* shownIn(node: ts.Node): Generator<ts.Node & { text: string }> {
  if (ts.isJsxText(node)) yield node;
  else if (ts.isJsxAttribute(node) && SAID.test(node.name.getText())) {
    const { initializer } = node;
    if (initializer && ts.isStringLiteral(initializer)) yield initializer;
    else if (initializer && ts.isJsxExpression(initializer) && initializer.expression)
      yield* literalsIn(initializer.expression);
  } else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
    yield* literalsIn(node.expression);
  }
}

/** The texts a file shows that stand in it rather than in the message files. */
export function hardCoded(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const shown of shownIn(node)) {
      if (!isWords(shown.text) || isInCode(shown)) continue;
      const { line } = file.getLineAndCharacterOfPosition(shown.getStart(file));
      found.push(`${name}:${line + 1} ${shown.text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const screens = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "components"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter((file) => file.endsWith(".tsx"));

describe("words on screen", () => {
  it("stand in the message files, in both languages", () => {
    const found = screens.flatMap((file) => hardCoded(file, readFileSync(file, "utf8")));
    expect(found).toEqual([]);
  });

  it.each([
    ["<p>Two words</p>", ["Two words"]],
    ["<p>中文</p>", ["中文"]],
    ['<img alt="A shop" />', ["A shop"]],
    ['<b title={open ? "Close it" : t("open")} />', ["Close it"]],
    ["<p>{`Due ${day}`}</p>", ["Due"]],
    ['<p>{busy && "Please wait"}</p>', ["Please wait"]],
    ['<p className="text-muted">{t("key")} · {a}-{b} %</p>', []],
    ['<Link href="/home" key="two words">{name}</Link>', []],
    ["<code>npm start</code>", []],
    ['<p>{state === "in_review" && label}</p>', []],
    ["<p>MCC {mcc}</p>", []],
  ])("are found in %s", (text, words) => {
    const found = hardCoded("a.tsx", `const x = ${text};`);
    expect(found.map((line) => line.slice(line.indexOf(" ") + 1))).toEqual(words);
  });
});
