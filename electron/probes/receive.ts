import type { Socket } from 'node:net';
import { startStopwatch } from './stopwatch.ts';
import { waitFor } from './wait-for.ts';

/** Why receiving stopped. */
export type Stopped =
  /** The reader has enough. */
  | 'enough'
  /** The limit passed. */
  | 'limit'
  /** The peer closed (FIN). */
  | 'closed'
  /** The connection broke: a reset, or a TLS alert. */
  | 'broken'
  /** The person cancelled. */
  | 'cancelled';

/** What came from the peer. */
export interface Received {
  readonly bytes: Buffer;
  readonly stopped: Stopped;
  /** What broke the connection, or null. */
  readonly error: Error | null;
  /** More came than MAXIMUM_BYTES; the rest was left unread. */
  readonly truncated: boolean;
  /** From the call to the first byte, in milliseconds; null when none came. */
  readonly firstByteMs: number | null;
}

/** What to wait for. */
export interface ReceiveRequest {
  readonly socket: Socket;
  readonly limitMs: number;
  /** Asked with everything received so far, each time more comes; true ends the wait. */
  readonly isEnough: (bytes: Buffer) => boolean;
}

/** A peer may talk for ever; this much is read, as much as tells every known service apart. */
const MAXIMUM_BYTES = 65_536;

/** Reads until there is enough, the peer ends, the limit passes or the person cancels. The socket is left paused and open. Never rejects. */
export async function receive({ socket, limitMs, isEnough }: ReceiveRequest, signal: AbortSignal): Promise<Received> {
  const elapsedMs = startStopwatch();
  let bytes = Buffer.alloc(0);
  let firstByteMs: number | null = null;
  const { stopped, error } = await waitFor<Pick<Received, 'stopped' | 'error'>>(
    {
      limitMs,
      atLimit: () => ({ stopped: 'limit', error: null }),
      atCancel: () => ({ stopped: 'cancelled', error: null }),
      begin: (finish) => {
        const take = (chunk: Buffer): void => {
          firstByteMs ??= elapsedMs();
          bytes = Buffer.concat([bytes, chunk]);
          if (bytes.length > MAXIMUM_BYTES || isEnough(bytes)) finish({ stopped: 'enough', error: null });
        };
        return listen(socket, { take, end: finish });
      },
    },
    signal,
  );
  return { bytes: bytes.subarray(0, MAXIMUM_BYTES), stopped, error, truncated: bytes.length > MAXIMUM_BYTES, firstByteMs };
}

interface Listener {
  readonly take: (chunk: Buffer) => void;
  readonly end: (how: Pick<Received, 'stopped' | 'error'>) => void;
}

/** Lets a socket flow into a listener, also when it has already ended; returns what stops that. */
function listen(socket: Socket, { take, end }: Listener): () => void {
  const closed = (): void => end({ stopped: 'closed', error: null });
  // A TLS alert after the handshake shows here only; `errored` stays null.
  const broken = (error: Error): void => end({ stopped: 'broken', error });
  const gone = (): void => (socket.errored === null ? closed() : broken(socket.errored));
  socket.on('data', take).once('error', broken).once('end', closed).once('close', gone);
  if (socket.destroyed) gone();
  else socket.resume();
  return () => {
    socket.off('data', take).off('error', broken).off('end', closed).off('close', gone);
    socket.pause();
  };
}
