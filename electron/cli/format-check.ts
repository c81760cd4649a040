import type { Check } from '../../shared/check/check.ts';
import type { AddressAttempt } from '../../shared/check/evidence.ts';
import type { StageRecord } from '../../shared/check/stage.ts';
import { formatTarget } from '../../shared/check/target.ts';
import { describeCheck } from '../../shared/text/describe-check.ts';
import { firstLine } from '../../shared/text/first-line.ts';
import { formatClock, formatDuration } from '../../shared/text/format.ts';
import { familyOf } from '../../shared/text/outcome-words.ts';
import type { Words } from '../../shared/text/words.ts';
import { alignColumns, pad, type Line, type Span } from './span.ts';

/** How a result stands in the history; "unwanted" was asked for with --no-save. */
export type Keeping = 'saved' | 'not_saved' | 'unwanted';

/** One check at length: a line for each stage and address, then the outcome in a sentence, then what stands behind it. */
export function formatCheck(check: Check, keeping: Keeping, words: Words): readonly Line[] {
  const { headline, proves, likely, alsoSeen } = describeCheck(check, words);
  const style = familyOf(check.outcome);
  const { labels } = words.terminal;
  const reasons: readonly (readonly [string, string])[] = [
    [labels.proves, proves],
    ...(likely === null ? [] : [[labels.likely, likely] as const]),
    ...alsoSeen.map((sentence) => [labels.also, sentence] as const),
  ];
  return [
    [{ text: formatTarget(check.target), style: 'heading' }, ...(check.service === null ? [] : [`  ${check.service.name}`])],
    ...indent(alignColumns(stageRows(check, words), [3])),
    [{ text: headline, style }],
    ...indent(alignColumns(reasons.map(([label, text]) => [{ text: label, style: 'quiet' }, text]))),
    ...indent([[{ text: evidenceOf(check, words).join('  '), style: 'quiet' }]]),
    ...indent(keepingLine(check, keeping, words)),
  ];
}

/** A check to show in one row of a list whose first column is this wide. */
export interface CheckRow {
  readonly check: Check;
  readonly keeping: Keeping;
  readonly targetColumns: number;
  readonly words: Words;
}

/** One check in one row: target, outcome, time, and the sentence without the word that opens it. */
export function formatCheckRow({ check, keeping, targetColumns, words }: CheckRow): Line {
  const { word, headline } = describeCheck(check, words);
  const outcomeColumns = Math.max(...Object.values(words.outcomes).map((outcome) => outcome.word.length));
  const sentence = headline.startsWith(`${word}. `) ? headline.slice(word.length + 2) : headline;
  return [
    ...pad(formatTarget(check.target), targetColumns),
    '  ',
    ...pad({ text: word, style: familyOf(check.outcome) }, outcomeColumns),
    ...pad(formatDuration(check.durationMs, words.units), DURATION_COLUMNS, 'left'),
    `  ${sentence}${keeping === 'not_saved' ? ` (${words.notSaved})` : ''}`,
  ];
}

/** "99.9 ms" and a space before it. */
const DURATION_COLUMNS = 9;

function stageRows(check: Check, words: Words): readonly (readonly Span[])[] {
  return check.stages.flatMap((record) => {
    const name: Span = { text: words.stages[record.stage], style: 'quiet' };
    if (record.outcome === 'skipped') return [[name, '', { text: words.notRun, style: 'quiet' }, '']];
    const attempts = record.stage === check.failure?.operation || record.stage === 'connect' ? check.addresses : [];
    if (record.stage === 'connect' && attempts.length > 0)
      return attempts.map((attempt, index) => [index === 0 ? name : '', ...attemptCells(attempt, words)]);
    return [[name, whatCameOf(record, check, words), stageVerdict(record, check, words), formatDuration(record.durationMs, words.units)]];
  });
}

function attemptCells({ address, outcome, durationMs }: AddressAttempt, words: Words): readonly Span[] {
  return [address, { text: words.outcomes[outcome].word, style: familyOf(outcome) }, formatDuration(durationMs, words.units)];
}

function stageVerdict({ outcome }: StageRecord, check: Check, words: Words): Span {
  return outcome === 'passed' ? words.terminal.passed : { text: words.outcomes[check.outcome].word, style: familyOf(check.outcome) };
}

/** The greeting can be long; the whole of it is in the JSON. */
const GREETING_COLUMNS = 60;

function whatCameOf({ stage }: StageRecord, { resolution, greeting, tls, http, service }: Check, words: Words): string {
  switch (stage) {
    case 'resolve':
      return resolution === null ? '' : words.terminal.resolved(resolution);
    case 'handshake':
      return tls === null ? '' : `${tls.version} ${tls.cipher}`;
    case 'greeting':
      return greeting === null ? words.terminal.nothingSaid : firstLine(greeting.text).slice(0, GREETING_COLUMNS);
    case 'request':
      return http === null ? (service?.product ?? '') : `${http.method} ${http.path}  ${http.status} ${http.reason}`;
    case 'connect':
      return '';
  }
}

/** The exact side of the verdict: code, stage, time, endpoint, clock. */
function evidenceOf({ failure, startedAtMs, durationMs, target }: Check, { units }: Words): readonly string[] {
  const clock = formatClock(startedAtMs, units);
  if (failure === null) return [formatTarget(target), formatDuration(durationMs, units), clock];
  const { systemCode, code, operation, elapsedMs, address } = failure;
  return [
    systemCode ?? code,
    operation,
    formatDuration(elapsedMs, units),
    formatTarget({ ...target, host: address ?? target.host }),
    clock,
  ];
}

function keepingLine({ id }: Check, keeping: Keeping, words: Words): readonly Line[] {
  if (keeping === 'unwanted') return [];
  return [[{ text: keeping === 'saved' && id !== null ? words.terminal.savedAs(id) : words.notSaved, style: 'quiet' }]];
}

function indent(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => ['  ', ...line]);
}
