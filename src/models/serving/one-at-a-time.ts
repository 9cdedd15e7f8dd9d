/** Something that is started when it is needed, and ended so that another can be. */
export interface Startable<Running> {
  start(): Promise<Running>;
}

/**
 * Keeps at most one of several things running, as two models may not fit beside each other: whoever needs another waits
 * until nobody uses the one that runs.
 */
export interface OneAtATime<Running> {
  use<Result>(what: Startable<Running>, work: (running: Running) => Promise<Result>): Promise<Result>;
  /** Ends what runs, if it is this. */
  end(what: Startable<Running>): Promise<void>;
}

interface Occupancy<Running> {
  what: Startable<Running>;
  running: Promise<Running>;
  users: number;
  idle: PromiseWithResolvers<void>;
}

export function createOneAtATime<Running extends { end(): Promise<void> }>(): OneAtATime<Running> {
  let current: Occupancy<Running> | undefined;
  let cleared: Promise<void> = Promise.resolve();

  const vacate = () => {
    cleared = Promise.all([cleared, current && endOf(current.running)]).then(() => {});
    current = undefined;
  };
  const occupy = (what: Startable<Running>): Occupancy<Running> => {
    vacate();
    const running = cleared.then(() => what.start());
    const occupancy = { what, running, users: 0, idle: Promise.withResolvers<void>() };
    current = occupancy;
    // What could not be started may be tried again.
    running.catch(() => {
      if (current === occupancy) current = undefined;
    });
    return occupancy;
  };

  return {
    async use(what, work) {
      while (current && current.what !== what && current.users > 0) await current.idle.promise;
      const occupancy = current?.what === what ? current : occupy(what);
      occupancy.users += 1;
      try {
        return await work(await occupancy.running);
      } finally {
        occupancy.users -= 1;
        if (occupancy.users === 0) {
          occupancy.idle.resolve();
          occupancy.idle = Promise.withResolvers();
        }
      }
    },
    async end(what) {
      if (current?.what === what) vacate();
      await cleared;
    },
  };
}

/** What could not be started needs no end. */
async function endOf(running: Promise<{ end(): Promise<void> }>): Promise<void> {
  const started = await running.catch(() => undefined);
  await started?.end();
}
