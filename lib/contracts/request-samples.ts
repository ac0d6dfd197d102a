export const SAMPLE_LANGUAGES = ["curl", "TypeScript", "Java", "PHP"] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** A request to be shown as code; `body` is undefined where there is none. */
export type SampleRequest = {
  method: string;
  url: string;
  needsKey: boolean;
  /** Takes an Idempotency-Key, a new one for each effect. */
  isOnce: boolean;
  body: unknown;
};

const KEY_VARIABLE = "HEADROOM_KEY";

/** A text as one word of a shell, whatever stands in it. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const lines = (...parts: (string | false)[]) => parts.filter((one) => one !== false).join("\n");

function curl({ method, url, needsKey, isOnce, body }: SampleRequest): string {
  const parts = [`curl${method === "GET" ? "" : ` -X ${method}`} "${url}"`];
  if (needsKey) parts.push(`-H "Authorization: Bearer hr_live_..."`);
  if (isOnce) parts.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (body !== undefined) {
    parts.push(`-H "Content-Type: application/json"`, `-d ${word(JSON.stringify(body))}`);
  }
  return parts.join(" \\\n  ");
}

function typescript({ method, url, needsKey, isOnce, body }: SampleRequest): string {
  return lines(
    `const answer = await fetch("${url}", {`,
    `  method: "${method}",`,
    `  headers: {`,
    needsKey && `    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,`,
    isOnce && `    "Idempotency-Key": crypto.randomUUID(),`,
    body !== undefined && `    "Content-Type": "application/json",`,
    `  },`,
    body !== undefined && `  body: JSON.stringify(${JSON.stringify(body)}),`,
    `});`,
    `console.log(answer.status, await answer.json());`,
  );
}

/** JSON inside a text block, where a backslash would begin an escape of Java's own. */
const javaText = (body: unknown) => JSON.stringify(body).replaceAll("\\", "\\\\");

function java({ method, url, needsKey, isOnce, body }: SampleRequest): string {
  const publisher = body === undefined ? "noBody()" : `ofString("""\n        ${javaText(body)}""")`;
  return lines(
    `var request = HttpRequest.newBuilder(URI.create("${url}"))`,
    needsKey && `    .header("Authorization", "Bearer " + System.getenv("${KEY_VARIABLE}"))`,
    isOnce && `    .header("Idempotency-Key", UUID.randomUUID().toString())`,
    body !== undefined && `    .header("Content-Type", "application/json")`,
    `    .method("${method}", HttpRequest.BodyPublishers.${publisher})`,
    `    .build();`,
    `var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());`,
    `System.out.println(answer.statusCode() + " " + answer.body());`,
  );
}

const phpText = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

function php({ method, url, needsKey, isOnce, body }: SampleRequest): string {
  return lines(
    `$answer = file_get_contents(${phpText(url)}, false, stream_context_create(['http' => [`,
    `    'method' => '${method}',`,
    `    'header' => [`,
    needsKey && `        'Authorization: Bearer ' . getenv('${KEY_VARIABLE}'),`,
    isOnce && `        'Idempotency-Key: ' . bin2hex(random_bytes(16)),`,
    body !== undefined && `        'Content-Type: application/json',`,
    `    ],`,
    body !== undefined && `    'content' => ${phpText(JSON.stringify(body))},`,
    `    'ignore_errors' => true,`,
    `]]));`,
    `echo $http_response_header[0], "\\n", $answer;`,
  );
}

/** One request as a developer of each language would send it, with nothing installed. */
export const samplesOf = (request: SampleRequest): Record<SampleLanguage, string> => ({
  curl: curl(request),
  TypeScript: typescript(request),
  Java: java(request),
  PHP: php(request),
});
