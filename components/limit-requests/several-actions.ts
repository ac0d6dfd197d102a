import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import type { ActionResult } from "@/lib/contracts/action-result";
import type {
  LimitSelection,
  SeenRequest,
  SeveralRequests,
} from "@/lib/contracts/several-requests";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import type { SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";

export type SentRequest = {
  limitRequestId: string;
  state: RequestState;
  isTightening: boolean;
};

export type SeveralActions = {
  listSelected: (input: LimitSelection) => Promise<ActionResult<SelectedLimits>>;
  /** Asks nothing yet. */
  previewSeveral: (input: SeveralRequests) => Promise<ActionResult<RequestPlan[]>>;
  /** One request, as its limit stood in the preview. */
  submitSeen: (input: SeenRequest) => Promise<ActionResult<SentRequest>>;
  confirmPassword: ConfirmPassword;
};
