/** Often enough to look alive; in milliseconds. */
const PROGRESS_EVERY_MS = 100;

/**
 * Makes a stream of work that tells its progress by calling back: yields the newest progress at most every PROGRESS_EVERY_MS and returns
 * how the work ended. Rejects as the work does.
 */
export async function* withProgress<Progress, End>(
  work: (tell: (progress: Progress) => void) => Promise<End>,
): AsyncGenerator<Progress, End, void> {
  const told: Progress[] = [];
  let wake = (): void => undefined;
  let toldMs = -PROGRESS_EVERY_MS;
  let isOver = false;
  const working = work((progress) => {
    if (performance.now() - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = performance.now();
    // Whoever reads slowly hears only the newest.
    told[0] = progress;
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // The rejection is met below; until then it must not count as forgotten.
  working.catch(() => undefined);
  for (;;) {
    // Whoever reads slowly may find more when he comes back.
    while (told.length > 0) yield* told.splice(0);
    if (isOver) return working;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (isOver || told.length > 0) resolve();
    });
  }
}
