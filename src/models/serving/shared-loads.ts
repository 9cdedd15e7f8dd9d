/** Things that are loaded while somebody uses them, by name. */
export interface SharedLoads {
  /** Loads what is not loaded, and gives the function that says the user has done with it. */
  acquire(name: string): Promise<() => Promise<void>>;
}

export interface Loading {
  load(name: string): Promise<void>;
  unload(name: string): Promise<void>;
}

/** Loads once what several use, and unloads it after the last of them; loads and unloads of one name take turns. */
export function createSharedLoads({ load, unload }: Loading): SharedLoads {
  const users = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = (name: string, work: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work);
    // Whoever is next tries for itself, whatever became of this turn.
    turns.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  };
  const count = (name: string) => users.get(name) ?? 0;

  return {
    async acquire(name) {
      await inTurn(name, async () => {
        if (count(name) === 0) await load(name);
        users.set(name, count(name) + 1);
      });
      let isReleased = false;
      return async () => {
        if (isReleased) return;
        isReleased = true;
        await inTurn(name, async () => {
          users.set(name, count(name) - 1);
          if (count(name) === 0) await unload(name);
        });
      };
    },
  };
}
