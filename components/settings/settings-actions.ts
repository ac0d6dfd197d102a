import type { ActionResult } from "@/lib/contracts/action-result";
import type { SettingsWishForm } from "@/lib/contracts/settings-form";
import type { Instant } from "@/lib/domain/instant";
import type { SettingPreview } from "@/lib/domain/settings/settings-effect";

/** What changes a setting: first what it would do, then the change itself. */
export type SettingsActions = {
  preview: (wish: SettingsWishForm) => Promise<ActionResult<SettingPreview>>;
  change: (wish: SettingsWishForm) => Promise<ActionResult<"applied" | "proposed">>;
};

type Decide = (input: { changeId: string }) => Promise<ActionResult<void>>;

/** What ends the waiting of a proposed change. */
export type ChangeActions = {
  confirmChange: Decide;
  declineChange: Decide;
  withdrawChange: Decide;
  /** Where people are invited: its answer is their sign-up link. */
  confirmInvitation?: (input: {
    changeId: string;
  }) => Promise<ActionResult<{ url: string; expiresAt: Instant }>>;
};
