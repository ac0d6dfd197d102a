import type { Page, Request } from "@playwright/test";

type HeldAction = { url: string; headers: Record<string, string>; body: string };

const isAction = (request: Request) =>
  request.method() === "POST" && request.headers()["next-action"] !== undefined;

/** What a page would have sent when somebody presses; it is kept back, so nothing happens. */
export async function holdAction(page: Page, press: () => Promise<void>): Promise<HeldAction> {
  let keep: (request: Request) => void = () => undefined;
  const kept = new Promise<Request>((resolve) => {
    keep = resolve;
  });
  await page.route("**/*", (route) => {
    if (!isAction(route.request())) return route.continue();
    keep(route.request());
    return route.abort();
  });
  await press();
  const request = await kept;
  await page.unroute("**/*");
  const { "next-action": action = "", "content-type": type = "" } = request.headers();
  return {
    url: request.url(),
    headers: { "next-action": action, "content-type": type },
    body: request.postData() ?? "",
  };
}

/** The same sent from another person's browser; answers what they are told. */
export async function sendAs(page: Page, { url, headers, body }: HeldAction): Promise<string> {
  const { origin } = new URL(url);
  const answer = await page.context().request.post(url, {
    headers: { ...headers, origin },
    data: body,
  });
  return answer.text();
}

export const FORBIDDEN = '"code":"forbidden"';
