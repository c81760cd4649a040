import { DIALOGUES_OF_SERVICE } from '../../../../electron/store/transcripts/dialogues.ts';
import { pageOfTranscripts } from '../../../../electron/store/transcripts/list-transcripts.ts';
import { CHUNKS_AFTER, TRANSCRIPT_BY_ID } from '../../../../electron/store/transcripts/read-transcript.ts';
import { TRANSCRIPTS_TO_PURGE, TRANSCRIPT_TO_PURGE } from '../../../../electron/store/transcripts/remove-transcripts.ts';
import { LINES_OF_SERVICE } from '../../../../electron/store/transcripts/typed-lines.ts';

const HOST = 'SEARCH hosts USING INTEGER PRIMARY KEY (rowid=?)';

/** How SQLite finds kept sessions, their words, and what is remembered of services. */
export const transcriptPlans: readonly (readonly [what: string, sql: string, plan: readonly string[]])[] = [
  ['the kept sessions', pageOfTranscripts(null), ['SEARCH transcripts USING INDEX transcripts_by_time (started_at_ms<?)', HOST]],
  [
    'the kept sessions of a host',
    pageOfTranscripts(1),
    [HOST, 'SEARCH transcripts USING INDEX transcripts_by_host (host_id=? AND started_at_ms<?)'],
  ],
  ['one kept session', TRANSCRIPT_BY_ID, ['SEARCH transcripts USING INTEGER PRIMARY KEY (rowid=?)', HOST]],
  [
    'the words of a kept session',
    CHUNKS_AFTER,
    ['SEARCH transcript_chunks USING INDEX sqlite_autoindex_transcript_chunks_1 (transcript_id=? AND number>?)'],
  ],
  ['a kept session to purge', TRANSCRIPT_TO_PURGE, ['SEARCH transcripts USING COVERING INDEX transcripts_hidden (hidden_at_ms=?)']],
  [
    'the kept sessions to purge',
    TRANSCRIPTS_TO_PURGE,
    [
      'SEARCH transcripts USING COVERING INDEX transcripts_hidden (hidden_at_ms=?)',
      'SEARCH transcript_chunks USING COVERING INDEX sqlite_autoindex_transcript_chunks_1 (transcript_id=?)',
    ],
  ],
  ['the lines typed to a service', LINES_OF_SERVICE, ['SEARCH typed_lines USING COVERING INDEX typed_lines_by_time (service=?)']],
  ['the lists of a service', DIALOGUES_OF_SERVICE, ['SEARCH dialogues USING INDEX sqlite_autoindex_dialogues_1 (service=?)']],
];
