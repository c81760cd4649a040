import type { SessionRequest } from '../../../shared/console/session-request.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';
import type { TranscriptSummary } from '../../../shared/console/transcript-summary.ts';
import type { TranscriptCursor } from '../../../shared/console/transcripts-wanted.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import type { RequestOf, ResponseOf } from '../../../shared/ipc/types.ts';
import { ask } from '../../bridge.ts';

const LISTED_AT_ONCE = 50;

/** A kept session, read to be looked at: its lines are numbered anew, because some may have been dropped. */
export interface KeptSession {
  readonly summary: TranscriptSummary;
  readonly request: SessionRequest;
  readonly lines: readonly TranscriptLine[];
  readonly isWhole: boolean;
}

/** Sessions that were kept: a list to search, and the one that is looked at. */
export class KeptConsoles {
  rows: readonly TranscriptSummary[] | null = $state.raw(null);
  text = $state('');
  /** Only those of a host; null is all. */
  host: { readonly id: number; readonly name: string } | null = $state.raw(null);
  isLooking = $state(false);
  hasMore = $state(false);
  problem: StoreProblem | null = $state.raw(null);
  open: KeptSession | null = $state.raw(null);
  #after: TranscriptCursor | null = null;
  #asking = 0;

  /** Lists them anew, for another text or host. */
  async look(
    wanted: { readonly text?: string; readonly host?: { readonly id: number; readonly name: string } | null } = {},
  ): Promise<void> {
    this.text = wanted.text ?? this.text;
    if (wanted.host !== undefined) this.host = wanted.host;
    this.#after = null;
    await this.#read([]);
  }

  /** Lists further ones. */
  async more(): Promise<void> {
    await this.#read(this.rows ?? []);
  }

  /** Reads one to its end. */
  async show(summary: TranscriptSummary): Promise<void> {
    const found = await ask('findTranscript', { transcriptId: summary.id });
    if (found.kind === 'unreadable') this.problem = found.problem;
    if (found.kind === 'unreadable' || found.value === null) return;
    let lines: readonly TranscriptLine[] = [];
    this.open = { ...found.value, lines, isWhole: false };
    let after: number | null = null;
    do {
      const page: ResponseOf<'readTranscript'> = await ask('readTranscript', { transcriptId: summary.id, after });
      if (this.open.summary.id !== summary.id) return;
      if (page.kind === 'unreadable') {
        this.problem = page.problem;
        break;
      }
      const count = lines.length;
      lines = [...lines, ...page.rows.map((line, place) => ({ ...line, number: count + place + 1 }))];
      after = page.next;
      this.open = { ...found.value, lines, isWhole: after === null };
    } while (after !== null);
  }

  /** Goes back to the list. */
  leave(): void {
    this.open = null;
  }

  /** Removes some; tells whether they are gone. */
  async remove(transcriptIds: readonly number[]): Promise<boolean> {
    const written = await ask('removeTranscripts', { transcriptIds: [...transcriptIds] });
    if (written.kind === 'not_written') this.problem = written.problem;
    if (this.open !== null && transcriptIds.includes(this.open.summary.id)) this.open = null;
    await this.look();
    return written.kind !== 'not_written';
  }

  /** Takes that back. */
  async restore(transcriptIds: readonly number[]): Promise<void> {
    await ask('restoreTranscripts', { transcriptIds: [...transcriptIds] });
    await this.look();
  }

  /** Writes one to a file the person chooses. */
  export(request: RequestOf<'exportTranscript'>): Promise<ResponseOf<'exportTranscript'>> {
    return ask('exportTranscript', request);
  }

  async #read(before: readonly TranscriptSummary[]): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    this.isLooking = true;
    let rows = before;
    // One call looks through a bounded number of them: a search goes on until it has found some, or has seen all.
    for (;;) {
      const page: ResponseOf<'listTranscripts'> = await ask('listTranscripts', {
        ...{ hostId: this.host?.id ?? null, text: this.text.trim(), after: this.#after, limit: LISTED_AT_ONCE },
      });
      if (asking !== this.#asking) return;
      if (page.kind === 'unreadable') {
        this.problem = page.problem;
        break;
      }
      this.problem = null;
      rows = [...rows, ...page.rows];
      this.rows = rows;
      this.#after = page.next;
      this.hasMore = page.next !== null;
      if (page.next === null || rows.length >= before.length + LISTED_AT_ONCE) break;
    }
    this.isLooking = false;
  }
}
