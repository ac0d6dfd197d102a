import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { load } from "./load";
import { median, printTable, times, whole } from "./tables";
import { ROUNDS, SECONDS } from "./lengths";
import * as world from "./world";

const CLIENTS = 64;

async function limiterOn(pool: pg.Pool): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const options = { storeClient: pool, points: 1_000_000_000, duration: 3_600 };
    const limiter = new RateLimiterPostgres(
      { ...options, tableName: "bench_limiter", clearExpiredByTimeout: false },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    );
  });
}

/** How often 64 clients of this process take one point of one counter in a second. */
async function consume(limiter: RateLimiterPostgres): Promise<number> {
  const endsAt = performance.now() + SECONDS * 1000;
  let taken = 0;
  const client = async () => {
    while (performance.now() < endsAt) {
      await limiter.consume("hot");
      taken++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return taken / SECONDS;
}

/** One hot counter: the product's reservations over HTTP against a library that only counts, without HTTP. */
export async function benchHotCounter({ ownerUrl }: world.World): Promise<void> {
  const headers = world.keyOf(world.OWN_MID, "reservations:write");
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 20 });
  const limiter = await limiterOn(pool);
  const figures = { limiter: [] as number[], product: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const counted = await consume(limiter);
    const { perSecond } = await load(`${world.PRODUCT}/reservations`, {
      ...{ connections: CLIENTS, seconds: SECONDS, ask: world.askHotHold, headers },
    });
    if (round === 0) continue;
    figures.limiter.push(counted);
    figures.product.push(perSecond);
  }
  await pool.end();
  const counted = median(figures.limiter);
  const held = median(figures.product);
  printTable(
    "One hot counter, 64 clients",
    ["contestant", "a second", "ratio"],
    [
      ["rate-limiter-flexible, counting alone, in process", whole(counted), times(1)],
      ["Headroom, a reservation over HTTP", whole(held), times(held / counted)],
    ],
  );
}
