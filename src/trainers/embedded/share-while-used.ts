/** Opens something with the first use of it and closes it with the last. Uses at the same time share it. */
export function shareWhileUsed<Resource>(
  open: () => Promise<Resource>,
  close: (resource: Resource) => Promise<void>,
): <Result>(use: (resource: Resource) => Promise<Result>) => Promise<Result> {
  let shared: Promise<Resource> | null = null;
  let uses = 0;
  return async (use) => {
    uses += 1;
    shared ??= open();
    const opened = shared;
    try {
      return await use(await opened);
    } finally {
      uses -= 1;
      if (uses === 0) {
        shared = null;
        await opened.then(close, () => {});
      }
    }
  };
}
