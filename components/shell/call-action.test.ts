import { redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import { callAction } from "@/components/shell/call-action";

const codeOf = async (error: Error) => {
  const answer = await callAction(() => Promise.reject(error));
  return answer.ok ? null : answer.problem.code;
};

describe("callAction", () => {
  it("hands back what the action answers", async () => {
    const answer = { ok: true as const, data: 1 };
    expect(await callAction(() => Promise.resolve(answer))).toBe(answer);
  });

  it("tells a broken connection as a problem", async () => {
    expect(await codeOf(new TypeError("Failed to fetch"))).toBe("no-connection");
  });

  it("tells an answer that cannot be read as a passing failure", async () => {
    expect(await codeOf(new Error("An unexpected response was received from the server."))).toBe(
      "unavailable",
    );
  });

  it("lets a redirect through", async () => {
    await expect(callAction(async () => redirect("/home"))).rejects.toThrow("NEXT_REDIRECT");
  });
});
