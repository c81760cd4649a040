import type { WriteStream } from 'node:tty';
import type { styleText } from 'node:util';

import { makeVisible } from '../../shared/console/display.ts';
import type { Line, Span, Style } from './span.ts';

/** Where the command line writes: results to stdout, messages and progress to stderr. */
export interface Screen {
  readonly result: (lines: readonly Line[]) => void;
  /** Text that goes out as it is; whoever made it promises that it holds no raw text of a peer. */
  readonly resultText: (text: string) => void;
  readonly message: (lines: readonly Line[]) => void;
  /** One line that is replaced by the next; null takes it away. Shown only where stderr is a terminal. */
  readonly progress: (text: string | null) => void;
  /** Makes the terminal of stderr ring; silent where it is none. */
  readonly bell: () => void;
  /** Whether somebody still reads the results. */
  readonly isRead: () => boolean;
  /** From now on a reader of stdout who goes away has seen enough, as with nc; else what they did not see counts as lost. */
  readonly allowLeaving: () => void;
  /** Whether results were lost. */
  readonly isLost: () => boolean;
  /** Resolves once everything written has left the process, or nobody reads it. */
  readonly flushed: () => Promise<void>;
  /** Progress is seen by a person. */
  readonly isWatched: boolean;
  /** Whether a person can be asked. */
  readonly canAsk: () => boolean;
}

/** The process's own screen. `onClosed` is called once nobody reads stdout any more (EPIPE), which is no fault. */
export function openScreen(onClosed: () => void): Screen {
  const { stdout, stderr } = process;
  const reader = watchReading(onClosed);
  // Nobody is left to be told that nobody reads.
  stderr.on('error', () => undefined);
  const isWatched = stderr.isTTY;
  let isProgressShown = false;
  const progress = (text: string | null): void => {
    if (!isWatched || (text === null && !isProgressShown)) return;
    isProgressShown = text !== null;
    stderr.write(`\r${text === null ? '' : makeVisible(text).slice(0, (stderr.columns || USUAL_COLUMNS) - 1)}${CLEAR_TO_END}`);
  };
  const writeTo = (stream: WriteStream) => (lines: readonly Line[]) => {
    progress(null);
    const paint = wantsColour(stream) ? (span: Span) => paintSpan(span, stream) : plain;
    stream.write(lines.map((line) => `${line.map(paint).join('').trimEnd()}\n`).join(''));
  };
  return {
    result: writeTo(stdout),
    resultText: (text) => {
      stdout.write(text);
    },
    message: writeTo(stderr),
    progress,
    bell: () => {
      if (isWatched) stderr.write('\u0007');
    },
    ...reader,
    flushed: async () => {
      // A file takes a write at once, and tells what went wrong one turn later.
      await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([stdout, stderr].map(flush));
    },
    isWatched,
    // Not before it is needed: to look at stdin costs 2 ms.
    canAsk: () => isWatched && process.stdin.isTTY,
  };
}

function watchReading(onClosed: () => void): Pick<Screen, 'isRead' | 'allowLeaving' | 'isLost'> {
  let isRead = true;
  let isLeavingAllowed = false;
  let isLost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    const hasLeft = error.code === 'EPIPE';
    if (isRead && !hasLeft) process.stderr.write(`sonde: The results could not be written: ${makeVisible(error.message)}.\n`);
    isRead = false;
    isLost ||= !hasLeft || !isLeavingAllowed;
    onClosed();
  });
  return {
    isRead: () => isRead,
    allowLeaving: () => {
      isLeavingAllowed = true;
    },
    isLost: () => isLost,
  };
}

function flush(stream: WriteStream): Promise<void> {
  if (stream.writableLength === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    // Not "drain", which comes only where a write was told to wait.
    stream.once('close', resolve).write('', () => resolve());
  });
}

/** A terminal that does not say how wide it is. */
const USUAL_COLUMNS = 80;

/** ECMA-48 EL: erases from the cursor to the end of the line. */
const CLEAR_TO_END = '\u001b[K';

/** Asked before styleText is, because its first use costs 2 ms. NO_COLOR and FORCE_COLOR it knows itself. */
function wantsColour(stream: WriteStream): boolean {
  return stream.isTTY || process.env['FORCE_COLOR'] !== undefined;
}

/** The only ways a span reaches a stream: text of a peer must not move a cursor or change a colour. */
function plain(span: Span): string {
  return makeVisible(typeof span === 'string' ? span : span.text);
}

function paintSpan(span: Span, stream: WriteStream): string {
  const { styleText } = process.getBuiltinModule('node:util');
  return typeof span === 'string' ? plain(span) : styleText([...looks[span.style]], plain(span), { stream });
}

/** The nearest of the sixteen colours a terminal's own theme sets, by the hues of look.md section 3. */
const looks = {
  succeeded: ['green'],
  refused: ['red'],
  'timed-out': ['yellow'],
  'no-route': ['blue'],
  unknown: ['magenta'],
  closed: ['redBright'],
  tls: ['magentaBright'],
  none: ['gray'],
  failed: ['bold'],
  quiet: ['dim'],
  heading: ['bold'],
} as const satisfies Record<Style, readonly Parameters<typeof styleText>[0][]>;
