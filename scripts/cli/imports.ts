import { readFileSync } from "node:fs";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { merchantsFile } from "@/lib/contracts/imports/merchants";
import { type CsvFault, type CsvReading, readCsv } from "@/lib/contracts/imports/read-csv";
import { terminalsFile } from "@/lib/contracts/imports/terminals";
import { type ImportCounts, ImportRefused } from "@/lib/domain/registry";
import type { Ctx } from "@/lib/data/ctx";
import { importLimits } from "@/lib/use-cases/limits/import-limits";
import { importMerchants } from "@/lib/use-cases/merchants/import-merchants";
import { importTerminals } from "@/lib/use-cases/terminals/import-terminals";
import { onInstallation, say, UsageError } from "@/scripts/cli/context";

function refuse(faults: readonly CsvFault[]): never {
  for (const { line, detail } of faults) say(`line ${line}: ${detail}`);
  throw new UsageError(`${faults.length} faults; nothing was imported.`);
}

async function apply<T>(
  reading: CsvReading<T>,
  run: (ctx: Ctx, rows: T[]) => Promise<ImportCounts>,
): Promise<ImportCounts> {
  if (reading.faults.length > 0) refuse(reading.faults.toSorted((a, b) => a.line - b.line));
  const { rows } = reading;
  try {
    return await onInstallation((ctx) =>
      run(
        ctx,
        rows.map(({ value }) => value),
      ),
    );
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return refuse(
      error.faults.map(({ index, detail }) => ({ line: rows[index]?.line ?? 0, detail })),
    );
  }
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
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
