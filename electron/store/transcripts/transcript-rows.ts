import * as v from 'valibot';

import { targetSchema } from '../../../shared/check/target.ts';
import { sessionEndSchema } from '../../../shared/console/session-end.ts';
import { transcriptSummarySchema } from '../../../shared/console/transcript-summary.ts';
import { flagSchema } from '../flag.ts';

/** The columns of a summary, of `transcripts` joined with `hosts`. */
export const SUMMARY_COLUMNS = `
  transcripts.id, host_id AS hostId, hosts.host AS host, target, side, started_at_ms AS startedAtMs, last_at_ms AS lastAtMs, "end",
  connection_count AS connectionCount, received_bytes AS receivedBytes, sent_bytes AS sentBytes, line_count AS lineCount,
  kept_bytes AS keptBytes, skipped_bytes + dropped_bytes AS droppedBytes, is_sent_kept AS isSentKept`;

/** Transcripts that can be seen: neither they nor their host are deleted. */
export const LISTED_TRANSCRIPTS = `
  transcripts JOIN hosts ON hosts.id = host_id WHERE transcripts.hidden_at_ms IS NULL AND hosts.hidden_at_ms IS NULL`;

/** A row of these columns. */
export const summaryRowSchema = v.object({
  ...transcriptSummarySchema.entries,
  target: v.pipe(v.string(), v.parseJson(), targetSchema),
  end: v.nullable(v.pipe(v.string(), v.parseJson(), sessionEndSchema)),
  isSentKept: flagSchema,
});
