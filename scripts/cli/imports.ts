import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { type CsvReading, readCsv } from "@/lib/contracts/imports/read-csv";
import type { CsvFault } from "@/lib/contracts/imports/split-csv";
import { terminalsFile } from "@/lib/contracts/imports/terminals";
import { type ImportCounts, type ImportOptions, ImportRefused } from "@/lib/domain/registry";
import type { Ctx } from "@/lib/data/ctx";
import { env } from "@/lib/platform/env";
import { importLimits } from "@/lib/use-cases/limits/import-limits";
import { importMerchants } from "@/lib/use-cases/merchants/import-merchants";
import { importTerminals } from "@/lib/use-cases/terminals/import-terminals";
import { onInstallation, say, UsageError } from "@/scripts/cli/context";

function refuse(faults: readonly CsvFault[]): never {
  for (const { line, detail } of faults) say(`line ${line}: ${detail}`);
  const rows = new Set(faults.map(({ line }) => line)).size;
  throw new UsageError(
    `Nothing was imported: ${rows} ${rows === 1 ? "line is" : "lines are"} at fault.`,
  );
}

type Import<T> = (ctx: Ctx, rows: T[], options: ImportOptions) => Promise<ImportCounts>;

/** Every row at fault is told, whether its cells or the registry refuse it. */
async function apply<T>({ rows, faults }: CsvReading<T>, run: Import<T>): Promise<ImportCounts> {
  const checkOnly = faults.length > 0;
  if (checkOnly && rows.length === 0) refuse(faults);
  const values = rows.map(({ value }) => value);
  try {
    return await onInstallation((ctx) => run(ctx, values, { checkOnly }));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const found = error.faults.map(({ index, detail }) => ({
      line: rows[index]?.line ?? 0,
      detail,
    }));
    return refuse([...faults, ...found].sort((a, b) => a.line - b.line));
  }
}

/** Where a file named by the caller is: npm runs us in the folder of the product, not in theirs. */
function find(file: string): string {
  const theirs = path.resolve(env().INIT_CWD ?? "", file);
  return existsSync(theirs) ? theirs : path.resolve(file);
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(find(file));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code;
    throw new UsageError(`${file} cannot be read: ${why}.`);
  }
}

/** Imports a file, all of it or nothing; answers what it did. */
export async function runImport(
  noun: "merchants" | "terminals" | "limits",
  file: string,
): Promise<string> {
  const bytes = readFile(file);
  const run = {
    merchants: () => apply(readCsv(bytes, merchantsFile), importMerchants),
    terminals: () => apply(readCsv(bytes, terminalsFile), importTerminals),
    limits: () => apply(readCsv(bytes, limitsFile), importLimits),
  };
  const { created, updated, unchanged } = await run[noun]();
  return `${created} created, ${updated} updated, ${unchanged} unchanged`;
}
