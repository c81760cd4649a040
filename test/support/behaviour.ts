import type { Socket } from 'node:net';

/** What a scripted server does with each connection. Texts are Latin-1: one character a byte. */
export type Behaviour =
  /** Accepts, listens, never says a word. */
  | { readonly kind: 'mute' }
  /** Says its text after a while, answers every message with `reply` (when it has one), and stays. */
  | { readonly kind: 'greet'; readonly text: string; readonly afterMs?: number; readonly reply?: string }
  /** Says its text (possibly none) after a while and goes, politely or with a reset. */
  | { readonly kind: 'leave'; readonly text?: string; readonly afterMs?: number; readonly by: 'fin' | 'reset' }
  /** Waits for the client's first bytes, says its text (possibly none) and goes. */
  | { readonly kind: 'leave_when_spoken_to'; readonly text?: string; readonly by: 'fin' | 'reset' }
  /** Repeats a line for ever, as fast as the client reads. */
  | { readonly kind: 'endless'; readonly line: string }
  /** Says its text one byte at a time, for ever from the start again. */
  | { readonly kind: 'drip'; readonly text: string; readonly everyMs: number };

/** Makes one accepted socket follow a behaviour until either side closes it. */
export function behave(socket: Socket, behaviour: Behaviour): void {
  switch (behaviour.kind) {
    case 'mute':
      return;
    case 'greet':
      greet(socket, behaviour);
      return;
    case 'leave':
      later(socket, behaviour.afterMs, () => {
        leave(socket, behaviour);
      });
      return;
    case 'leave_when_spoken_to':
      socket.once('data', () => {
        leave(socket, behaviour);
      });
      return;
    case 'endless':
      repeat(socket, Buffer.from(behaviour.line, 'latin1'));
      return;
    case 'drip':
      drip(socket, behaviour);
      return;
    default:
      throw new Error(`No such behaviour: ${JSON.stringify(behaviour satisfies never)}`);
  }
}

function later(socket: Socket, afterMs: number | undefined, act: () => void): void {
  if (afterMs === undefined) {
    act();
    return;
  }
  const timer = setTimeout(act, afterMs);
  socket.on('close', () => {
    clearTimeout(timer);
  });
}

function greet(socket: Socket, { text, afterMs, reply }: Extract<Behaviour, { kind: 'greet' }>): void {
  later(socket, afterMs, () => {
    socket.write(text, 'latin1');
  });
  if (reply !== undefined) socket.on('data', () => socket.write(reply, 'latin1'));
}

function leave(socket: Socket, { text = '', by }: { readonly text?: string; readonly by: 'fin' | 'reset' }): void {
  if (by === 'fin') {
    socket.end(text, 'latin1');
    return;
  }
  if (text === '') {
    socket.resetAndDestroy();
    return;
  }
  socket.write(text, 'latin1', () => {
    socket.resetAndDestroy();
  });
}

function repeat(socket: Socket, line: Buffer): void {
  const fill = (): void => {
    while (socket.writable && socket.write(line));
  };
  socket.on('drain', fill);
  fill();
}

function drip(socket: Socket, { text, everyMs }: Extract<Behaviour, { kind: 'drip' }>): void {
  const bytes = Buffer.from(text, 'latin1');
  let next = 0;
  const timer = setInterval(() => {
    socket.write(bytes.subarray(next, next + 1));
    next = (next + 1) % bytes.length;
  }, everyMs);
  socket.on('close', () => {
    clearInterval(timer);
  });
}
