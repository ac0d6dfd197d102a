import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { terminalsFile } from "@/lib/contracts/imports/terminals";
import { writeImportCsv } from "@/lib/contracts/imports/write-csv";

/** What a file of one kind looks like; the template is an empty one. */
export type FileGuide = {
  columns: readonly string[];
  required: readonly string[];
  template: string;
};

type Columns = { columns: readonly string[]; required: readonly string[] };

const guideOf = ({ columns, required }: Columns): FileGuide => ({
  ...{ columns, required, template: writeImportCsv(columns, []) },
});

/** The columns of each kind of file, which of them must be there, and an empty file with all of them. */
export const fileGuides = () => ({
  merchants: guideOf(merchantsFile),
  terminals: guideOf(terminalsFile),
  limits: guideOf(limitsFile),
});
