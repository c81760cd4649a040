import type { Cause } from '../probes/classify.ts';

/** How an open connection ended. */
export type LinkEnd =
  | { readonly kind: 'closed'; readonly by: 'you' | 'peer' }
  | { readonly kind: 'reset'; readonly by: 'you' | 'peer' }
  | { readonly kind: 'failed'; readonly cause: Cause };

/** What a link tells. After `ended`, which comes exactly once, it tells nothing more. */
export interface LinkListener {
  /** Bytes came; they belong to the listener. Over UDP one datagram. */
  readonly received: (bytes: Uint8Array) => void;
  /** Bytes came that nobody will see. */
  readonly dropped: (sizeBytes: number) => void;
  /** FIN came: the peer will send no more. */
  readonly peerFinished: () => void;
  /** What `write` could not pass on at once has left. */
  readonly drained: () => void;
  readonly ended: (end: LinkEnd) => void;
}

/** One open connection, whatever carries it. Calls after its end do nothing. */
export interface Link {
  /** Sends; false asks to wait for `drained` before more. */
  write(bytes: Uint8Array): boolean;
  /** Says that nothing more will be sent (FIN), after all that was written. */
  finish(): void;
  /** Ends politely: all that was written, FIN, and a moment for the peer's own; what still comes is not read. */
  close(): void;
  /** Ends at once (RST): what is on its way is lost. */
  reset(): void;
  /** Stops reading, so that the peer has to wait. */
  pause(): void;
  resume(): void;
  /** Not what came after it was closed. */
  readonly receivedBytes: number;
  /** Handed to the system. */
  readonly sentBytes: number;
}
