import "server-only";

type Passenger<Asked, Told> = {
  asked: Asked;
  resolve: (told: Told) => void;
  reject: (error: unknown) => void;
};

type Lane<Asked, Told> = {
  waiting: Passenger<Asked, Told>[];
  flights: number;
  isScheduled: boolean;
};

/**
 * Lets those who ask while a query is under way share the next one; nobody waits while none is. `fly`
 * answers what was asked in its order; `flights` may be under way per lane, with `aboard` each.
 */
export function sharedFlights<Asked, Told>(
  fly: (lane: string, asked: readonly Asked[]) => Promise<readonly Told[]>,
  most: { flights: number; aboard: number },
): (lane: string, asked: Asked) => Promise<Told> {
  const lanes = new Map<string, Lane<Asked, Told>>();

  async function take(name: string, aboard: readonly Passenger<Asked, Told>[]): Promise<void> {
    try {
      const told = await fly(
        name,
        aboard.map(({ asked }) => asked),
      );
      if (told.length !== aboard.length) throw new Error("A shared query answered too few.");
      aboard.forEach(({ resolve }, place) => resolve(told[place]!));
    } catch (error) {
      for (const { reject } of aboard) reject(error);
    }
  }

  function depart(name: string, lane: Lane<Asked, Told>): void {
    lane.isScheduled = false;
    while (lane.flights < most.flights && lane.waiting.length > 0) {
      lane.flights++;
      void take(name, lane.waiting.splice(0, most.aboard)).finally(() => {
        lane.flights--;
        depart(name, lane);
      });
    }
    if (lane.flights === 0 && lane.waiting.length === 0) lanes.delete(name);
  }

  return (name, asked) => {
    let lane = lanes.get(name);
    if (!lane) {
      lane = { waiting: [], flights: 0, isScheduled: false };
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

/** The latest of several deadlines, none when nobody has one. */
export function latestDeadline(asked: readonly { deadlineAt?: number }[]): number | undefined {
  const deadlines = asked.flatMap(({ deadlineAt }) => deadlineAt ?? []);
  return deadlines.length === 0 ? undefined : Math.max(...deadlines);
}
