import { displayHost } from '../../../shared/check/display-host.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import type { CheckRow } from '../../../shared/history/check-row.ts';
import { formatDuration } from '../../../shared/text/format.ts';
import { formatDateTime } from '../../../shared/text/format-moment.ts';
import { familyOf } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { alignColumns, type Line } from '../span.ts';

/** What came back can be long, and a line that wraps is no column. */
const LONGEST_TEXT = 60;

/** Checks of the history, a line each, in columns. */
export function formatRows(rows: readonly CheckRow[], words: Words): readonly Line[] {
  const cells = rows.map(({ id, host, port, transport, outcome, startedAtMs, durationMs, address, replyMs, cameBack, systemCode }) => [
    { text: String(id), style: 'quiet' as const },
    formatDateTime(startedAtMs),
    `${formatTarget({ host: displayHost(host), port })}${transport === 'udp' ? '/udp' : ''}`,
    { text: words.outcomes[outcome].word, style: familyOf(outcome) },
    formatDuration(replyMs ?? durationMs, words.units),
    address ?? '',
    (cameBack ?? systemCode ?? '').slice(0, LONGEST_TEXT),
  ]);
  return alignColumns(cells, [0, 4]);
}
