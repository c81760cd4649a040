import { formatTarget, type Target } from '../../../shared/check/target.ts';
import { defaultLineEnding } from '../../../shared/console/default-line-ending.ts';
import { createMaskWatch } from '../../../shared/console/mask-watch.ts';
import type { SessionEnd } from '../../../shared/console/session-end.ts';
import type { SessionEvent, SessionEventOf } from '../../../shared/console/session-event.ts';
import type { TranscriptSide } from '../../../shared/console/transcript-summary.ts';
import { describeSessionEvent } from '../../../shared/text/describe-session-event.ts';
import type { Session, SessionListener } from '../../console/session.ts';
import type { Keeping } from '../../console/transcript-keeper.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ConsoleRequest } from './console-request.ts';
import { followWindowSize } from './follow-window-size.ts';
import { SessionInput } from './session-input.ts';
import { openOutput, type SessionOutput } from './session-output.ts';
import { watchReader } from './reader-watch.ts';
import type { SessionKeeper } from './start-session-keeping.ts';
import type { TranscriptFile } from './transcript-file.ts';

/** nc reads its input in pieces of this size, so over UDP they are the same datagrams. */
const DATAGRAM_PIECE_BYTES = 16_384;

/** Joins sessions, one after the other, to stdin and stdout. */
export interface Talk {
  /** Holds one session to its end, and keeps it. */
  readonly hold: (session: SessionToHold) => Promise<Held>;
  /** Gives stdin back. */
  readonly stop: () => void;
}

/** One session, made or awaited. */
export interface SessionToHold {
  readonly open: (listener: SessionListener) => Session;
  /** Who is at the other end. */
  readonly target: Target;
  readonly side: TranscriptSide;
}

/** How a session ended. */
export interface Held {
  readonly end: SessionEnd;
  /** TLS was wanted and could not be had safely. */
  readonly wasUnsafe: boolean;
}

/** What a talk needs. */
export interface TalkToStart {
  readonly request: ConsoleRequest;
  readonly around: Pick<Surroundings, 'screen' | 'words'>;
  readonly transcript: TranscriptFile | null;
  readonly keeper: SessionKeeper;
  readonly onInterrupt: () => void;
}

/** Starts to talk on stdin and stdout. The abort closes the session that is held. */
export function startTalk({ request, around, transcript, keeper, onInterrupt }: TalkToStart, signal: AbortSignal): Talk {
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY;
  const output = openOutput(
    process.stdout,
    request.output === 'visible_at_terminal' ? (isTerminal ? 'visible' : 'raw') : request.output,
    request.encoding,
  );
  let current: HeldSession | null = null;
  const input = new SessionInput({
    lineEnding: request.lineEnding ?? (process.stdin.isTTY ? defaultLineEnding(request.session.service) : 'lf'),
    pieceBytes: request.session.target.transport === 'udp' ? DATAGRAM_PIECE_BYTES : Number.POSITIVE_INFINITY,
    onEnd: () => current?.inputEnded(),
    onInterrupt,
  });
  return {
    hold: async ({ open, target, side }) => {
      const keeping = keeper.keep({ target, side, request: { ...request.session, target } });
      const held = new HeldSession({ request, around, transcript, keeping, output, input, endpoint: formatTarget(target) });
      current = held;
      const close = (): void => held.close();
      signal.addEventListener('abort', close, { once: true });
      try {
        return await held.run(open);
      } finally {
        signal.removeEventListener('abort', close);
        output.end();
        await keeping.end();
      }
    },
    stop: () => input.stop(),
  };
}

interface ToHold extends Omit<TalkToStart, 'onInterrupt' | 'keeper'> {
  readonly keeping: Pick<Keeping, 'add'>;
  readonly output: SessionOutput;
  readonly input: SessionInput;
  readonly endpoint: string;
}

/** One session between stdin and stdout. */
class HeldSession {
  readonly #toHold: ToHold;
  readonly #isMasked = createMaskWatch('lines');
  #session: Session | null = null;
  /** Whether TLS that was asked for is missing, and whether the person knows why. */
  #missingTls: 'none' | 'untold' | 'told';
  #hasPeerFinished = false;
  /** How many writers the session waits for. */
  #waitingCount = 0;
  #quitTimer: NodeJS.Timeout | undefined;
  #unwatch: () => void = () => undefined;

  constructor(toHold: ToHold) {
    this.#toHold = toHold;
    this.#missingTls = toHold.request.session.tls === 'starttls' ? 'untold' : 'none';
  }

  run(open: (listener: SessionListener) => Session): Promise<Held> {
    return new Promise((resolve) => {
      const session = open((event) => {
        this.#hear(event);
        if (event.kind !== 'ended') return;
        clearTimeout(this.#quitTimer);
        this.#unwatch();
        unfollow();
        this.#toHold.input.disconnect();
        resolve({ end: event.end, wasUnsafe: this.#missingTls !== 'none' });
      });
      // The first event comes after this.
      this.#session = session;
      const unfollow = process.stdout.isTTY ? followWindowSize(process.stdout, session) : () => undefined;
    });
  }

  close(): void {
    this.#session?.close();
  }

  /** stdin ended: as nc has it, or, where a person pressed Ctrl-D, a half-close. */
  inputEnded(): void {
    const { finishesAtEnd, quitAfterMs } = this.#toHold.request;
    if (this.#hasPeerFinished) this.close();
    else if (finishesAtEnd || process.stdin.isTTY) this.#session?.finish();
    // Nothing can be sent, and nobody sees what comes.
    this.#unwatch = watchReader(() => this.close());
    if (quitAfterMs !== null) this.#quitTimer ??= setTimeout(() => this.close(), quitAfterMs);
  }

  #hear(event: SessionEvent): void {
    const { transcript, keeping, output, input } = this.#toHold;
    keeping.add(event);
    if (transcript !== null && !transcript.add(event)) void this.#waitFor(transcript.drained());
    if (process.stdin.isTTY) input.mask(this.#isMasked(event) && event.kind !== 'ended');
    if (event.kind === 'received') {
      if (!output.write(event.bytes)) void this.#waitFor(output.drained());
      return;
    }
    this.#tell(event);
    if (event.kind === 'secured') this.#takeVerdict(event);
    if (event.kind === 'upgrade_failed') this.#missingTls = 'told';
    if (event.kind === 'finished' && event.side === 'peer') this.#peerFinished();
    // Input is read once the session can send it, and not before.
    if (isOpening(event) && this.#session?.phase === 'open') this.#begin(this.#session);
  }

  #begin(session: Session): void {
    const { input } = this.#toHold;
    input.connect(session);
    // It ended with an earlier peer (-k): this one gets no more either.
    if (input.isEnded) this.inputEnded();
  }

  #peerFinished(): void {
    this.#hasPeerFinished = true;
    // Nothing is left to do for a person, or for a pipe that has nothing more to send.
    if (this.#toHold.input.isEnded || process.stdin.isTTY) this.close();
  }

  #takeVerdict({ isHeld }: SessionEventOf<'secured'>): void {
    this.#missingTls = isHeld ? 'told' : 'none';
    if (!isHeld) return;
    // Nobody can be asked in a pipe, and at a terminal --insecure is the answer.
    const { screen, words } = this.#toHold.around;
    screen.message([[`sonde: ${words.terminal.notTrusted}`]]);
    this.close();
  }

  /** The peer waits while stdout or the file is behind. */
  async #waitFor(drained: Promise<void>): Promise<void> {
    this.#waitingCount += 1;
    this.#session?.pause();
    await drained;
    this.#waitingCount -= 1;
    if (this.#waitingCount === 0) this.#session?.resume();
  }

  #tell(event: SessionEvent): void {
    const { request, around, endpoint } = this.#toHold;
    const isTrouble = isTroubling(event) || (event.kind === 'ended' && this.#missingTls === 'untold');
    if (!isTrouble && !around.screen.isWatched && !request.isVerbose) return;
    const sentence = describeSessionEvent(event, { endpoint }, around.words);
    if (sentence !== '') around.screen.message([[isTrouble ? `sonde: ${sentence}` : sentence]]);
  }
}

function isOpening({ kind }: SessionEvent): boolean {
  return kind === 'connected' || kind === 'secured' || kind === 'accepted';
}

/** What is said also where nobody asked to hear what happens. */
function isTroubling(event: SessionEvent): boolean {
  if (event.kind === 'ended') return event.end.reason.kind !== 'closed' && event.end.reason.kind !== 'idle';
  return event.kind === 'upgrade_failed' || (event.kind === 'secured' && event.isHeld);
}
