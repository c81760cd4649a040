import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

import type { FailureCode } from '../../../shared/check/failure.ts';
import type { ChosenOptions } from '../../../shared/check/options.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';

/** A server that wants to hold, flood, confuse or overthrow whoever connects. */
export interface HostilePeer {
  /** Words for a test's name: "says nothing". */
  readonly name: string;
  /** What it does with each connection; over TLS when it has an identity. */
  readonly serve: (socket: Socket) => void;
  readonly tls?: TlsOptions;
  readonly options: ChosenOptions;
  /** The name it is checked by; its address unless it is named. */
  readonly host?: string;
  /** What a check makes of it. */
  readonly outcome: Outcome;
  readonly code: FailureCode | null;
}

/** Writes the same for ever, as fast as the other side reads. */
export function repeat(socket: Socket, text: string | Buffer): void {
  const piece = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  const many = Buffer.concat(Array.from({ length: Math.max(1, Math.floor(16_384 / piece.length)) }, () => piece));
  const fill = (): void => {
    while (socket.writable && socket.write(many));
  };
  socket.on('drain', fill);
  fill();
}

/** Writes one byte a second, for ever from the start again. */
export function drip(socket: Socket, text: string | Buffer): void {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  let next = 0;
  const say = (): void => {
    socket.write(bytes.subarray(next, next + 1));
    next = (next + 1) % bytes.length;
  };
  say();
  const timer = setInterval(say, 1_000);
  socket.on('close', () => clearInterval(timer));
}

/** Answers the first words of the client, whatever they are. */
export function answer(act: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => void socket.once('data', () => act(socket));
}
