import { setImmediate } from 'node:timers/promises';

import { displayHost } from '../../shared/check/display-host.ts';
import { formatTarget } from '../../shared/check/target.ts';
import { exportBytes, exportJsonLines, exportText } from '../../shared/console/export-transcript.ts';
import type { TextEncoding } from '../../shared/console/text-encoding.ts';
import type { TranscriptLine } from '../../shared/console/transcript-line.ts';
import type { TranscriptSummary } from '../../shared/console/transcript-summary.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { describeSessionEvent, describeWithheld } from '../../shared/text/describe-session-event.ts';
import type { Words } from '../../shared/text/words.ts';
import { readTranscript } from '../store/transcripts/read-transcript.ts';
import type { Store } from '../store/store.ts';
import { writeFile, type FileWritten } from './write-file.ts';

/** How a kept session can be written out: for people, for programs, or the exact bytes of one direction. */
export type TranscriptForm = 'text' | 'json_lines' | 'received_bytes' | 'sent_bytes';

/** A kept session to write out. */
export interface TranscriptToExport {
  readonly summary: TranscriptSummary;
  readonly form: TranscriptForm;
  readonly encoding: TextEncoding;
  readonly path: string;
  readonly words: Words;
}

/** How writing out ended. But for `written` there is no new file, and an old one is as it was. */
export type TranscriptExported = FileWritten | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** Writes a kept session out, part by part. The person agreed to replace what is there. Never rejects for reasons of the disk or the file. */
export async function exportTranscript(store: Store, toExport: TranscriptToExport, signal: AbortSignal): Promise<TranscriptExported> {
  const broken = new AbortController();
  let problem: StoreProblem | null = null;
  async function* parts(): AsyncGenerator<string | Uint8Array, void> {
    for (let after: number | null = null, isEnd = false; !isEnd;) {
      const part = readTranscript(store, { transcriptId: toExport.summary.id, after });
      if (part.kind === 'unreadable') {
        ({ problem } = part);
        // Half a file must not look like a whole one.
        broken.abort();
        return;
      }
      yield* formatted(part.rows, toExport);
      after = part.next;
      isEnd = after === null;
      await setImmediate();
    }
  }
  const written = await writeFile({ path: toExport.path, mayReplace: true, parts: parts() }, AbortSignal.any([signal, broken.signal]));
  return problem === null ? written : { kind: 'unreadable', problem };
}

function formatted(
  lines: readonly TranscriptLine[],
  { summary: { target }, form, encoding, words }: TranscriptToExport,
): Iterable<string | Uint8Array> {
  const endpoint = formatTarget({ ...target, host: displayHost(target.host) });
  switch (form) {
    case 'text':
      return exportText(lines, {
        encoding,
        describe: (event) => describeSessionEvent(event, { endpoint }, words),
        withheld: (line) => describeWithheld(line, words),
      });
    case 'json_lines':
      return exportJsonLines(lines, encoding);
    case 'received_bytes':
      return exportBytes(lines, 'received');
    case 'sent_bytes':
      return exportBytes(lines, 'sent');
  }
}
