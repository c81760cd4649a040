import { setTimeout as pause } from 'node:timers/promises';

import type { SessionEvent } from '../../shared/console/session-event.ts';
import type { TranscriptAppend, TranscriptBeginning } from '../../shared/console/transcript-append.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { KeptSession } from './kept-session.ts';
import type { OnLeftOut } from './transcript-pace.ts';

/** Where transcripts are written down; each call is durable when it returns. */
export interface TranscriptBook {
  readonly begin: (beginning: TranscriptBeginning) => Written<number>;
  /** Gives the numbers of the transcripts that are not there any more. */
  readonly append: (appends: readonly TranscriptAppend[]) => Written<ReadonlySet<number>>;
}

/** What writing brought. */
export type Written<T> =
  { readonly kind: 'committed'; readonly value: T } | { readonly kind: 'not_written'; readonly problem: StoreProblem };

/** How far a transcript is on the disk, or why not. */
export interface Kept {
  /** Null while it could not even begin. */
  readonly transcriptId: number | null;
  /** The number of the last line that is on the disk. */
  readonly lineCount: number;
  readonly problem: StoreProblem | null;
}

/** One session to keep. */
export interface SessionToKeep {
  readonly beginning: TranscriptBeginning;
  readonly onKept: (kept: Kept) => void;
  /** Told what of a flood is not kept, once nothing here reads it any more. */
  readonly onLeftOut?: OnLeftOut;
}

/** A session that is being kept. */
export interface Keeping {
  readonly add: (event: SessionEvent) => void;
  readonly isSentKept: () => boolean;
  readonly keepSent: (isSentKept: boolean) => void;
  /** Whether something the person is about to send would be hidden. */
  readonly hides: (text: string) => boolean;
  /** Writes down what is left; resolves when it is on the disk or cannot be. Nothing may be added after. */
  readonly end: () => Promise<void>;
}

/** All sessions are written down together this often, in milliseconds: one wait for the disk, and a crash costs no more than that. */
const WRITE_EVERY_MS = 500;

/** So much of one session is written down at once, so that a crash costs no more than that. */
const WRITE_AT_BYTES = 65_536;

/** What floods may cost at once, all together: reading a thousand lines for credentials takes some milliseconds. */
const FLOOD_COST = 131_072;

/** At the end of a session another program may hold the file for a while; in milliseconds. */
const PATIENCE_MS = 5_000;
const RETRY_EVERY_MS = 50;

interface OpenSession {
  readonly toKeep: SessionToKeep;
  readonly session: KeptSession;
  transcriptId: number | null;
  lineCount: number;
}

/** Writes sessions down while they go on, so that whatever ends Sonde, what was said until a moment before is there. */
export class TranscriptKeeper {
  readonly #book: TranscriptBook;
  readonly #open = new Set<OpenSession>();
  #timer: NodeJS.Timeout | undefined;
  #isFailing = false;

  constructor(book: TranscriptBook) {
    this.#book = book;
  }

  /** Begins to keep a session. */
  keep(toKeep: SessionToKeep): Keeping {
    const session = new KeptSession(toKeep.beginning, toKeep.onLeftOut);
    const open: OpenSession = { toKeep, session, transcriptId: null, lineCount: 0 };
    this.#open.add(open);
    this.#begin(open);
    return {
      add: (event) => {
        session.add(event);
        // A disk that does not take it is tried again now and then, not with every packet.
        if (session.unwrittenBytes >= WRITE_AT_BYTES && !this.#isFailing) this.#write([open], false);
        this.#schedule();
      },
      isSentKept: () => session.isSentKept,
      keepSent: (isSentKept) => {
        session.keepSent(isSentKept);
        this.#schedule();
      },
      hides: (text) => session.hides(text),
      end: () => this.#end(open),
    };
  }

  async #end(open: OpenSession): Promise<void> {
    const deadlineMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const problem = this.#write([open], true);
      const isWorthAnother = problem === null ? open.session.unwrittenBytes > 0 : problem.kind === 'locked';
      if (!isWorthAnother || performance.now() > deadlineMs) break;
      await pause(RETRY_EVERY_MS);
    }
    this.#open.delete(open);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const due = [...this.#open].filter(({ session }) => session.isDue);
      if (due.length === 0) return;
      this.#write(due, false);
      this.#schedule();
    }, WRITE_EVERY_MS).unref();
  }

  #begin(open: OpenSession): StoreProblem | null {
    if (open.transcriptId !== null) return null;
    const begun = this.#book.begin(open.toKeep.beginning);
    if (begun.kind === 'committed') open.transcriptId = begun.value;
    const problem = begun.kind === 'committed' ? null : begun.problem;
    this.#isFailing = problem !== null;
    this.#tell(open, problem);
    return problem;
  }

  /** Gives why not all was written. */
  #write(due: readonly OpenSession[], isLast: boolean): StoreProblem | null {
    for (const open of due) {
      const problem = this.#begin(open);
      if (problem !== null) return problem;
    }
    const taken = due.map(({ session }) => session.take(FLOOD_COST / due.length, isLast));
    const appends = taken.flatMap((append, index) => {
      const transcriptId = due[index]?.transcriptId;
      return transcriptId == null ? [] : [{ ...append, transcriptId }];
    });
    const written = this.#book.append(appends);
    this.#isFailing = written.kind === 'not_written';
    for (const [index, open] of due.entries()) {
      const append = taken[index];
      if (append === undefined) continue;
      const isGone = written.kind === 'committed' && open.transcriptId !== null && written.value.has(open.transcriptId);
      // Deleted for good while it went on: what comes now is a transcript of its own.
      if (isGone) open.transcriptId = null;
      if (written.kind === 'not_written' || isGone) open.session.putBack(append.lines);
      else open.lineCount = append.lines.at(-1)?.number ?? open.lineCount;
      if (!isGone) this.#tell(open, written.kind === 'committed' ? null : written.problem);
    }
    return written.kind === 'committed' ? null : written.problem;
  }

  #tell({ toKeep, transcriptId, lineCount }: OpenSession, problem: StoreProblem | null): void {
    toKeep.onKept({ transcriptId, lineCount, problem });
  }
}
