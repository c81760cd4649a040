import { connect, type Socket } from 'node:net';

import type { FailureCode } from '../../shared/check/failure.ts';
import { classifyConnect, limitReached, type Cause } from '../probes/classify.ts';
import { isConnectedToItself } from '../probes/connect.ts';
import { leave } from '../probes/leave.ts';

/** Many ports of one host to dial. */
export interface SweepOrder {
  /** Its IP addresses; each port is dialled at every one. */
  readonly addresses: readonly string[];
  readonly firstPort: number;
  readonly lastPort: number;
  readonly timeoutMs: number;
  /** The local address to dial from, or null for the system's choice. */
  readonly source: string | null;
  /** So many connections are under way at once. */
  readonly atOnce: number;
  /** A thread that says nothing for so long counts as stuck; in milliseconds. 30 s by default. */
  readonly silentLimitMs?: number;
}

/** What dialling one port at one address brought. */
export interface SweptPort {
  readonly port: number;
  readonly address: string;
  /** Null when it connected. */
  readonly code: FailureCode | null;
  readonly systemCode: string | null;
  readonly detail: string | null;
  /** Unix time of its start. */
  readonly startedAtMs: number;
  /** Of the same moment, on the monotonic clock of the thread that dialled: the addresses of one port share it. */
  readonly startedMs: number;
  readonly durationMs: number;
  readonly localAddress: string | null;
}

/** How far an attempt may outlive its limit, in milliseconds: one timer watches over all, since a timer each costs more than dialling. */
const WATCH_EVERY_MS = 20;

/**
 * Dials every port of a range once, port by port, and reports each as it ends; resolves when all have.
 *
 * The lean sibling of `dialDirectly` for tens of thousands of ports: no promise, timer or abort listener for each.
 * To stop it early, end its thread. Leaves no socket. Never rejects.
 */
export function sweepPorts(order: SweepOrder, report: (swept: SweptPort) => void): Promise<void> {
  return new Promise((resolve) => {
    const endpoints = listEndpoints(order);
    /** In the order they were started, so the first is always the oldest. */
    const underWay = new Set<Attempt>();

    const finish = (attempt: Attempt, end: End): void => {
      if (!underWay.delete(attempt)) return;
      report(describe(attempt, end));
      if (end.code === null) void leave(attempt.socket, null);
      else attempt.socket.destroy();
      dialNext();
    };
    const dialNext = (): void => {
      while (underWay.size < order.atOnce) {
        const next = endpoints.next();
        if (next.done) break;
        const attempt = dial(next.value, order.source);
        const { socket } = attempt;
        underWay.add(attempt);
        socket.on('connect', () => finish(attempt, isConnectedToItself(socket) ? limitReached('connected_to_itself') : connected));
        socket.on('error', (error) => finish(attempt, classifyConnect(error)));
      }
      if (underWay.size > 0) return;
      clearInterval(watch);
      resolve();
    };
    const watch = setInterval(() => {
      const oldestMs = performance.now() - order.timeoutMs;
      for (const attempt of underWay) {
        if (attempt.startedMs > oldestMs) return;
        finish(attempt, limitReached('connection_timed_out'));
      }
    }, WATCH_EVERY_MS);
    dialNext();
  });
}

interface Endpoint {
  readonly address: string;
  readonly port: number;
}

function* listEndpoints({ addresses, firstPort, lastPort }: SweepOrder): Generator<Endpoint, void> {
  for (let port = firstPort; port <= lastPort; port++) {
    for (const address of addresses) yield { address, port };
  }
}

interface Attempt extends Endpoint {
  readonly socket: Socket;
  readonly startedAtMs: number;
  readonly startedMs: number;
}

function dial({ address, port }: Endpoint, source: string | null): Attempt {
  const socket = connect({ host: address, port, autoSelectFamily: false, ...(source === null ? {} : { localAddress: source }) });
  return { socket, address, port, startedAtMs: Date.now(), startedMs: performance.now() };
}

/** How an attempt ended: without a code, it connected. */
type End = Cause | typeof connected;

const connected = { code: null, systemCode: null, detail: null };

function describe({ socket, address, port, startedAtMs, startedMs }: Attempt, { code, systemCode, detail }: End): SweptPort {
  const durationMs = performance.now() - startedMs;
  return { port, address, code, systemCode, detail, startedAtMs, startedMs, durationMs, localAddress: socket.localAddress ?? null };
}
