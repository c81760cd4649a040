import type { Happening, SessionEvent } from '../../shared/console/session-event.ts';
import type { SessionRequest } from '../../shared/console/session-request.ts';
import type { TelnetPolicy } from '../../shared/console/telnet-policy.ts';
import { Connection, type ConnectionPhase, type SentAs, type Written } from './connection.ts';
import type { Connector } from './connector.ts';

/** Hears what happens in a session, in its order. */
export type SessionListener = (event: SessionEvent) => void;

/** What a session is made of; `connect` may be called again for each reconnect. */
export interface SessionToOpen {
  readonly request: SessionRequest;
  readonly connect: Connector;
  readonly listener: SessionListener;
}

/**
 * One conversation with a service: connecting, talking, half-closing, closing and resetting are separate acts, and it can be connected
 * again when it ended.
 *
 * All that happens is told as events; nothing throws for a reason of the network. Whoever opens it closes it. Calls at the wrong time do nothing.
 */
export class Session {
  readonly #toOpen: SessionToOpen;
  #connection: Connection;
  #connectionCount = 0;
  #isPaused = false;
  #windowSize: { readonly columns: number; readonly rows: number } | null = null;
  #waiting: (() => void)[] = [];

  /** Opens it at once; the first events come after this returns. */
  constructor(toOpen: SessionToOpen) {
    this.#toOpen = toOpen;
    this.#connection = this.#connect();
  }

  /** Where the current connection stands. */
  get phase(): ConnectionPhase {
    return this.#connection.phase;
  }

  /** Sends bytes as the person means them; Telnet's own escaping is added. */
  write(bytes: Uint8Array, as: SentAs = 'shown'): Written {
    return this.#connection.write(bytes, as);
  }

  /** Resolves when more may be written after "full", when the connection ended, or when the abort ends the wait. */
  drained(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        signal.removeEventListener('abort', finish);
        resolve();
      };
      this.#waiting.push(finish);
      signal.addEventListener('abort', finish, { once: true });
    });
  }

  /** Adds to what the listener hears. */
  tell(happening: Happening): void {
    this.#toOpen.listener({ ...happening, atMs: Date.now() });
    if (happening.kind === 'ended') this.#wake();
  }

  /** Half-closes (FIN): nothing more is sent, the peer may go on. */
  finish(): void {
    this.#connection.finish();
  }

  /** Closes politely, or gives up connecting. */
  close(): void {
    this.#connection.close();
  }

  /** Resets (RST). */
  reset(): void {
    this.#connection.reset();
  }

  /** Closes at once: the computer goes to sleep. */
  suspend(): void {
    this.#connection.suspend();
  }

  /** Connects again with the same settings; false while the last connection has not ended. */
  reconnect(): boolean {
    if (this.phase !== 'ended') return false;
    this.#connection = this.#connect();
    return true;
  }

  /** Goes on in spite of the problems of the certificate. */
  accept(): void {
    this.#connection.accept();
  }

  /** Goes on in TLS, in the words of a service (shared/service/start-tls.ts). */
  startTls(serviceId: string): void {
    void this.#connection.startTls(serviceId);
  }

  /** Changes what is done with Telnet commands. */
  setTelnetPolicy(policy: TelnetPolicy): void {
    this.#connection.setTelnetPolicy(policy);
  }

  /** How large the window is, for a Telnet peer that asks (RFC 1073). */
  setWindowSize(size: { readonly columns: number; readonly rows: number }): void {
    this.#windowSize = size;
    this.#connection.setWindowSize(size);
  }

  /** Stops reading, so that the peer has to wait (TCP), or what comes is dropped and counted (UDP). */
  pause(): void {
    this.#isPaused = true;
    this.#connection.pause();
  }

  /** Reads on. */
  resume(): void {
    this.#isPaused = false;
    this.#connection.resume();
  }

  #connect(): Connection {
    const { request, connect } = this.#toOpen;
    this.#connectionCount += 1;
    const number = this.#connectionCount;
    const connection = new Connection({ request, emit: (happening) => this.tell(happening), drained: () => this.#wake() });
    if (this.#isPaused) connection.pause();
    if (this.#windowSize !== null) connection.setWindowSize(this.#windowSize);
    queueMicrotask(() => {
      this.tell({ kind: 'opening', connection: number });
      void connection.run(connect);
    });
    return connection;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
