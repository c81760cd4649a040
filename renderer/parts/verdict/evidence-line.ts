import type { Check } from '../../../shared/check/check.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { describeCheck } from '../../../shared/text/describe-check.ts';
import { formatClock, formatDuration } from '../../../shared/text/format.ts';
import { decidingAttempt } from '../../../shared/history/deciding-attempt.ts';
import type { Words } from '../../../shared/text/words.ts';

/** The exact facts under the headline, the most telling first. */
export function evidenceLine(check: Check, words: Words): readonly string[] {
  const { failure, target } = check;
  const attempt = decidingAttempt(check);
  const address = failure?.address ?? attempt?.address ?? null;
  return [
    failure === null ? (check.service?.product ?? check.service?.name ?? null) : (failure.systemCode ?? failure.code),
    words.stages[failure?.operation ?? 'connect'].toLowerCase(),
    formatDuration(failure?.elapsedMs ?? attempt?.durationMs ?? check.durationMs, words.units),
    address === null ? formatTarget(target) : formatTarget({ host: address, port: target.port }),
    formatClock(check.startedAtMs, words.units),
  ].filter((fact) => fact !== null);
}

/** The whole verdict as text, for a ticket: what is on the screen, with the exact time. */
export function verdictText(check: Check, words: Words): string {
  const { headline, proves, likely, alsoSeen } = describeCheck(check, words);
  const { page } = words.window;
  return [
    `${formatTarget(check.target)} (${check.target.transport.toUpperCase()}), ${new Date(check.startedAtMs).toISOString()}`,
    headline,
    evidenceLine(check, words).join(' | '),
    `${page.proves}: ${proves}`,
    ...(likely === null ? [] : [`${page.likely}: ${likely}`]),
    ...alsoSeen.map((sentence) => `${page.also}: ${sentence}`),
  ].join('\n');
}
