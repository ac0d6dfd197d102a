type Hook = () => Promise<void>;

const SLOT = Symbol.for("headroom.stop-hooks");
const slot = globalThis as { [SLOT]?: Hook[] };

/** Runs `hook` when the process stops in order, after the last request and before the database closes. */
export const onStop = (hook: Hook): void => {
  (slot[SLOT] ??= []).push(hook);
};

export async function runStopHooks(): Promise<void> {
  const hooks = slot[SLOT]?.splice(0) ?? [];
  await Promise.allSettled(hooks.map((hook) => hook()));
}
