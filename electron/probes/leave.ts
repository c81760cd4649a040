import type { Socket } from 'node:net';

/** How long a service may take to answer a goodbye; then the connection is closed whatever it does. */
const GOODBYE_LIMIT_MS = 500;

/**
 * Ends a connection politely: the service's quit words when it was welcomed, then FIN, its last words read so that no
 * reset answers them. Returns when the socket is closed: at most GOODBYE_LIMIT_MS later when words were said, at once otherwise
 * or when aborted. Leaves no socket.
 */
export function leave(socket: Socket, quit: Uint8Array | null, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) socket.destroy();
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const hurry = (): void => void socket.destroy();
    const timer = setTimeout(hurry, GOODBYE_LIMIT_MS);
    signal?.addEventListener('abort', hurry, { once: true });
    socket.once('close', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', hurry);
      resolve();
    });
    socket.resume();
    if (quit === null) socket.end(() => socket.destroy());
    else socket.end(quit);
  });
}
