import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Announcement, MaintenanceWindow } from "@/lib/domain/maintenance";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";

type Row = Omit<MaintenanceWindow, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };

const toWindow = ({ startsAt, endsAt, ...row }: Row): MaintenanceWindow => ({
  ...row,
  startsAt: startsAt.getTime(),
  endsAt: endsAt.getTime(),
});

const COLUMNS = Prisma.sql`
  w.maintenance_window_id as "maintenanceWindowId", w.kind, w.starts_at as "startsAt",
  w.ends_at as "endsAt", w.title_en as "titleEn", w.title_zh as "titleZh",
  w.cancelled_at is not null as "isCancelled",
  (select u.name from users u where u.user_id = w.created_by) as "announcedBy"`;

/** Those that run or are to come, the next first, then those that are over, the latest first. */
export async function listMaintenanceWindows(
  db: Db,
  at: Date,
  mostPast: number,
): Promise<MaintenanceWindow[]> {
  const ahead = await db.$queryRaw<Row[]>`
    select ${COLUMNS} from maintenance_windows w
    where w.published_at is not null and w.ends_at > ${at} and w.cancelled_at is null
    order by w.starts_at, w.maintenance_window_id`;
  const behind = await db.$queryRaw<Row[]>`
    select ${COLUMNS} from maintenance_windows w
    where w.published_at is not null and (w.ends_at <= ${at} or w.cancelled_at is not null)
    order by w.ends_at desc, w.maintenance_window_id limit ${mostPast}`;
  return [...ahead, ...behind].map(toWindow);
}

export async function findMaintenanceWindow(
  db: Db,
  maintenanceWindowId: string,
): Promise<MaintenanceWindow | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select ${COLUMNS} from maintenance_windows w
    where w.published_at is not null and w.maintenance_window_id = ${maintenanceWindowId}`;
  return row ? toWindow(row) : null;
}

export async function createMaintenanceWindow(
  db: Db,
  { startsAt, endsAt, ...told }: Announcement & { maintenanceWindowId: string; createdBy: string },
  at: Date,
): Promise<void> {
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), publishedAt: at };
  await db.maintenanceWindow.create({ data: { ...told, ...times } });
}

/** Ends a window that runs at `at`; false when it does not, or its end is no longer the one seen. */
export async function setMaintenanceEnd(
  db: Db,
  maintenanceWindowId: string,
  seenEnd: Instant,
  at: Date,
): Promise<boolean> {
  const { count } = await db.maintenanceWindow.updateMany({
    where: {
      ...{ maintenanceWindowId, cancelledAt: null, startsAt: { lt: at } },
      AND: [{ endsAt: new Date(seenEnd) }, { endsAt: { gt: at } }],
    },
    data: { endsAt: at },
  });
  return count === 1;
}

/** Takes back a window that has not begun by `at`; false when it has, or was cancelled before. */
export async function setMaintenanceCancelled(
  db: Db,
  maintenanceWindowId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.maintenanceWindow.updateMany({
    where: { maintenanceWindowId, cancelledAt: null, startsAt: { gt: at } },
    data: { cancelledAt: at },
  });
  return count === 1;
}
