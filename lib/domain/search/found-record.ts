import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import type { MerchantStatus, TerminalState } from "@/lib/domain/limit-check/snapshot";

/** A record that a search found, with what tells it from others alike. */
export type FoundRecord =
  | { kind: "merchant"; merchantId: string; tradingName: string; status: MerchantStatus }
  | {
      kind: "terminal";
      merchantId: string;
      terminalId: string;
      name: string | null;
      status: TerminalState["status"];
      /** Null inside one's own merchant. */
      tradingName: string | null;
    }
  | {
      kind: "limit_request";
      merchantId: string;
      limitRequestId: string;
      state: RequestState;
      tradingName: string | null;
    };

/** Fewer characters than this find too much to be of use. */
export const SEARCH_MIN_LENGTH = 2;
export const SEARCH_MAX_LENGTH = 60;
