/** What is not seen is taken in so often, in milliseconds: often enough for the sign at its tab. */
const UNSEEN_MS = 250;

/** Calls once, with the next frame that is drawn, or after a while when none is: a window that is not seen draws none. Takes it back when asked. */
export function onNextFrame(take: () => void): () => void {
  const forget = (): void => {
    cancelAnimationFrame(frame);
    forgetUnseen();
  };
  const once = (): void => {
    forget();
    take();
  };
  const frame = requestAnimationFrame(once);
  const forgetUnseen = onceUnseen(once);
  return forget;
}

/** Calls once, after a while. Takes it back when asked. */
export function onceUnseen(take: () => void): () => void {
  const timer = setTimeout(take, UNSEEN_MS);
  return () => clearTimeout(timer);
}
