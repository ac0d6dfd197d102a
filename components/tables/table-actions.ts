import type { ActionResult } from "@/lib/contracts/action-result";
import type {
  TableLayoutForm,
  TableViewForm,
  TableViewRef,
  TableViewRename,
} from "@/lib/contracts/table-forms";

export type TableActions = {
  setLayout: (form: TableLayoutForm) => Promise<ActionResult<void>>;
  saveView: (form: TableViewForm) => Promise<ActionResult<void>>;
  renameView: (names: TableViewRename) => Promise<ActionResult<void>>;
  deleteView: (ref: TableViewRef) => Promise<ActionResult<void>>;
};
