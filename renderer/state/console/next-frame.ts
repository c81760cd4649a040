/** A window that is not seen draws no frames; what comes is taken in all the same. */
const UNSEEN_MS = 250;

/** Calls once, with the next frame that is drawn, or after a while when none is. */
export function onNextFrame(take: () => void): void {
  let isTaken = false;
  const once = (): void => {
    if (isTaken) return;
    isTaken = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    take();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, UNSEEN_MS);
}
