import "server-only";
import { type Mode, perMode } from "@/lib/domain/mode";

type Passenger<Asked, Told> = {
  asked: Asked;
  resolve: (told: Told) => void;
  reject: (error: unknown) => void;
};

type Lane<Asked, Told> = {
  waiting: Passenger<Asked, Told>[];
  flights: number;
  /** How many were aboard the flight that landed last. */
  landed: number;
  isScheduled: boolean;
};

type Landing<Told> = { told: readonly Told[] } | { error: unknown };

function disembark<Asked, Told>(
  aboard: readonly Passenger<Asked, Told>[],
  landing: Landing<Told>,
): void {
  aboard.forEach(({ resolve, reject }, place) => {
    if ("error" in landing) reject(landing.error);
    else resolve(landing.told[place]!);
  });
}

/**
 * Lets those who ask while a query is under way share the next one; nobody waits while none is. `fly`
 * answers what was asked in its order; `flights` may be under way per lane, with `aboard` each.
 *
 * The next flight leaves before those of the last one are answered, and takes half of all who are about:
 * so the database works on one half while the process works for the other.
 */
export function sharedFlights<Asked, Told>(
  fly: (lane: string, asked: readonly Asked[]) => Promise<readonly Told[]>,
  most: { flights: number; aboard: number },
): (lane: string, asked: Asked) => Promise<Told> {
  const lanes = new Map<string, Lane<Asked, Told>>();

  async function take(
    name: string,
    aboard: readonly Passenger<Asked, Told>[],
  ): Promise<Landing<Told>> {
    try {
      const asked = aboard.map((passenger) => passenger.asked);
      const told = await fly(name, asked);
      if (told.length !== aboard.length) throw new Error("A shared query answered too few.");
      return { told };
    } catch (error) {
      return { error };
    }
  }

  async function lead(name: string, lane: Lane<Asked, Told>, seats: number): Promise<void> {
    const aboard = lane.waiting.splice(0, seats);
    lane.flights++;
    const landing = await take(name, aboard);
    lane.flights--;
    lane.landed = aboard.length;
    depart(name, lane);
    setImmediate(disembark, aboard, landing);
  }

  function depart(name: string, lane: Lane<Asked, Told>): void {
    lane.isScheduled = false;
    while (lane.flights < most.flights && lane.waiting.length > 0) {
      const half = Math.ceil((lane.landed + lane.waiting.length) / 2);
      void lead(name, lane, Math.min(half, most.aboard));
    }
    if (lane.flights === 0 && lane.waiting.length === 0) lanes.delete(name);
  }

  return (name, asked) => {
    let lane = lanes.get(name);
    if (!lane) {
      lane = { waiting: [], flights: 0, landed: 0, isScheduled: false };
      lanes.set(name, lane);
    }
    const { waiting } = lane;
    const told = new Promise<Told>((resolve, reject) => waiting.push({ asked, resolve, reject }));
    if (!lane.isScheduled && lane.flights < most.flights) {
      lane.isScheduled = true;
      setImmediate(depart, name, lane);
    }
    return told;
  };
}

/** The same for either mode: nobody shares a flight with the other one. */
export const flightsPerMode = <Asked, Told>(
  fly: (mode: Mode, lane: string, asked: readonly Asked[]) => Promise<readonly Told[]>,
  most: { flights: number; aboard: number },
) => perMode((mode) => sharedFlights<Asked, Told>((lane, asked) => fly(mode, lane, asked), most));

/** The latest of several deadlines, none when nobody has one. */
export function latestDeadline(asked: readonly { deadlineAt?: number }[]): number | undefined {
  const deadlines = asked.flatMap(({ deadlineAt }) => deadlineAt ?? []);
  return deadlines.length === 0 ? undefined : Math.max(...deadlines);
}
