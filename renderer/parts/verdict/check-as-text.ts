import type { Check } from '../../../shared/check/check.ts';
import { evidenceRows } from '../../../shared/text/evidence-rows.ts';
import { formatDuration } from '../../../shared/text/format.ts';
import type { Words } from '../../../shared/text/words.ts';
import { verdictText } from './evidence-line.ts';

/** Everything a check found, as text for a ticket: the verdict, every stage and address with its time, and the evidence. */
export function checkAsText(check: Check, words: Words): string {
  const { stages, evidence } = words.window;
  const facts = evidenceRows(check, words).map(({ term, exact, note }) => line([term, exact ?? '', note]));
  return [
    verdictText(check, words),
    '',
    stages.title,
    ...check.stages.map(({ stage, outcome, durationMs }) =>
      line([words.stages[stage], outcome === 'skipped' ? words.notRun : formatDuration(durationMs, words.units)]),
    ),
    ...check.addresses.map(({ address, outcome, systemCode, durationMs }) =>
      line([address, words.outcomes[outcome].word, systemCode ?? '', formatDuration(durationMs, words.units)]),
    ),
    ...(facts.length === 0 ? [] : ['', evidence.title, ...facts]),
  ].join('\n');
}

function line(parts: readonly string[]): string {
  return `  ${parts.filter((part) => part !== '').join('  ')}`;
}
