import { expect, it, vi } from "vitest";
import { sharedFlights } from "@/lib/data/shared-flights";

type Flight = { asked: readonly number[]; land: (told: readonly string[] | Error) => void };

function airport(most = { flights: 1, aboard: 10 }) {
  const flown: Flight[] = [];
  const events: string[] = [];
  const ask = sharedFlights<number, string>(
    (_lane, asked) =>
      new Promise((resolve, reject) => {
        const land = (told: readonly string[] | Error) =>
          told instanceof Error ? reject(told) : resolve(told);
        flown.push({ asked, land });
        events.push(`${asked.join()} left`);
      }),
    most,
  );
  const board = (...asked: number[]) => {
    for (const one of asked) {
      void ask("M", one).then(
        (answer) => events.push(answer),
        (error: Error) => events.push(`${one}: ${error.message}`),
      );
    }
  };
  const flight = (n: number) =>
    vi.waitFor(() => flown[n] ?? Promise.reject(new Error("no flight")));
  return { ask, board, flown, flight, events };
}

const answers = (asked: readonly number[]) => asked.map((one) => `told ${one}`);

it("takes who asks alone at once, and lets who asks meanwhile share the next", async () => {
  const { board, flight, flown, events } = airport();
  board(1);
  const first = await flight(0);
  expect(first.asked).toEqual([1]);
  board(2, 3);
  await new Promise((resolve) => setImmediate(resolve));
  expect(flown).toHaveLength(1);
  first.land(answers(first.asked));
  const second = await flight(1);
  expect(second.asked).toEqual([2, 3]);
  second.land(answers(second.asked));
  await vi.waitFor(() =>
    expect(events).toEqual(["1 left", "2,3 left", "told 1", "told 2", "told 3"]),
  );
});

it("leaves again before those who landed are answered, with half of all who are about", async () => {
  const { board, flight, events } = airport();
  board(1);
  const first = await flight(0);
  board(2, 3, 4, 5, 6);
  first.land(["told 1"]);
  const second = await flight(1);
  expect(second.asked).toEqual([2, 3, 4]);
  second.land(answers(second.asked));
  await flight(2);
  expect(events.slice(0, 4)).toEqual(["1 left", "2,3,4 left", "told 1", "5,6 left"]);
});

it("has no more flights under way, and no more aboard, than it may", async () => {
  const { board, flight, flown } = airport({ flights: 2, aboard: 2 });
  board(1, 2, 3, 4, 5, 6);
  expect((await flight(0)).asked).toEqual([1, 2]);
  expect((await flight(1)).asked).toEqual([3, 4]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(flown).toHaveLength(2);
});

it("keeps lanes apart", async () => {
  const { ask, flight } = airport();
  void ask("M", 1);
  void ask("N", 2);
  expect((await flight(0)).asked).toEqual([1]);
  expect((await flight(1)).asked).toEqual([2]);
});

it("tells everyone aboard of a failure, and flies on", async () => {
  const { board, flight, events } = airport();
  board(1);
  const first = await flight(0);
  board(2);
  first.land(new Error("lost"));
  const second = await flight(1);
  second.land([]);
  await vi.waitFor(() =>
    expect(events.slice(2)).toEqual(["1: lost", "2: A shared query answered too few."]),
  );
});
