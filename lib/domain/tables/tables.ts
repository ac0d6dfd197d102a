export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

type TableSpec = {
  path: string;
  /** Every column, in the order shown. */
  columns: readonly string[];
  /** What names a row; always shown. */
  lead: string;
  /** Shown only when somebody chose them. */
  extra: readonly string[];
};

/** The tables whose columns and views people choose. */
export const TABLES = {
  terminals: {
    path: "/terminals",
    columns: [
      ...["terminal", "store", "status", "headroom", "use", "compliance", "seen"],
      ...["model", "appVersion", "serial"],
    ] as const,
    lead: "terminal",
    extra: ["model", "appVersion", "serial"],
  },
  limits: {
    path: "/limits",
    columns: [
      ...["limit", "window", "counts", "max", "min", "count", "used", "resets", "pending"],
      ...["source", "validity"],
    ] as const,
    lead: "limit",
    extra: ["min", "validity"],
  },
  limit_requests: {
    path: "/limit-requests",
    columns: ["limit", "change", "state", "asked", "due", "why", "number"] as const,
    lead: "limit",
    extra: ["why", "number"],
  },
  merchants: {
    path: "/merchants",
    columns: [
      ...["merchant", "mid", "tier", "status", "terminals", "requests"],
      ...["legalName", "mcc", "risk", "since"],
    ] as const,
    lead: "merchant",
    extra: ["legalName", "mcc", "risk", "since"],
  },
  registry: {
    path: "/registry",
    columns: [
      ...["terminal", "serial", "merchant", "status", "seen", "appVersion"],
      ...["model", "store", "network"],
    ] as const,
    lead: "terminal",
    extra: ["model", "store", "network"],
  },
  audit: {
    path: "/audit",
    columns: ["when", "actor", "action", "change", "subject", "merchant", "request"] as const,
    lead: "action",
    extra: ["merchant", "request"],
  },
  queue: {
    path: "/queue",
    columns: ["due", "merchant", "asks", "change", "evidence", "risk", "reviewer"] as const,
    lead: "merchant",
    extra: [],
  },
} satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
export type ColumnOf<Name extends TableName> = (typeof TABLES)[Name]["columns"][number];

export const TABLE_NAMES = Object.keys(TABLES) as [TableName, ...TableName[]];

export const isTableName = (text: string): text is TableName => Object.hasOwn(TABLES, text);

/** A filter, sort and choice of columns kept under a name: what follows the "?" of the address. */
export type TableView = { name: string; query: string };

/** How a person looks at a table; no columns = as it comes. */
export type TableSetup = {
  columns: readonly string[];
  density: Density;
  views: readonly TableView[];
};

/** A person keeps at most this many views of one table. */
export const MOST_VIEWS = 20;

/** The columns to show, in the table's order: those chosen and the one that names a row; none chosen = as it comes. */
export function shownColumns<Name extends TableName>(
  name: Name,
  chosen: readonly string[],
): ColumnOf<Name>[] {
  const { columns, lead, extra }: TableSpec = TABLES[name];
  const known = columns.filter((column) => chosen.includes(column));
  const shown =
    known.length === 0
      ? columns.filter((column) => !extra.includes(column))
      : columns.filter((column) => column === lead || known.includes(column));
  return shown as ColumnOf<Name>[];
}

// A view is the same list tomorrow: it does not keep the page somebody had turned to.
const OF_A_PAGE: ReadonlySet<string> = new Set(["after", "before"]);

/** What a view keeps of an address's query: all that says something but the page. */
export function viewQuery(query: string): string {
  const said = [...new URLSearchParams(query)].filter(
    ([name, value]) => value !== "" && !OF_A_PAGE.has(name),
  );
  return new URLSearchParams(said).toString();
}
