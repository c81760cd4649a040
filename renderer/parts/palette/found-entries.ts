import { displayHost } from '../../../shared/check/display-host.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import type { CheckRow } from '../../../shared/history/check-row.ts';
import type { HostSummary } from '../../../shared/history/host.ts';
import type { CheckRequest } from '../../../shared/paste/target-reading.ts';
import { formatAgo } from '../../../shared/text/format-day.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { familyOf } from '../../../shared/text/outcome-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { lastOutcome } from '../last-outcome.ts';
import { readRequest } from '../omnibox/read-request.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** What is typed as a check to run; null when it names no host and port. */
export function typedEntry(typed: string, words: Words, onCheck: (request: CheckRequest) => void): PaletteEntry | null {
  const reading = readRequest(typed, words);
  if (reading.kind !== 'request') return null;
  const { host, port, transport } = reading.request.target;
  const text = typed.trim();
  return {
    id: 'typed',
    mark: { kind: 'check' },
    text: words.shell.palette.check(displayHost(host), port),
    detail: text === formatTarget({ host, port }) ? '' : text,
    note: transport === 'tcp' ? '' : words.shell.palette.checkTransport(transport),
    do: () => onCheck(reading.request),
  };
}

/** What is typed as a service to talk to; null when it names no host and port. */
export function typedConsoleEntry(typed: string, words: Words, onTalk: (request: CheckRequest) => void): PaletteEntry | null {
  const reading = readRequest(typed, words);
  if (reading.kind !== 'request') return null;
  const { host, port } = reading.request.target;
  return {
    id: 'typed console',
    mark: { kind: 'command', command: 'new_console' },
    text: words.consoleWindow.openTyped(displayHost(host), port),
    ...{ detail: '', note: '' },
    do: () => onTalk(reading.request),
  };
}

/** A host: how it ended last, and how many checks there are of it. */
export function hostEntry(host: HostSummary, words: Words, onOpen: (host: HostSummary) => void): PaletteEntry {
  const name = displayHost(host.host);
  return {
    id: `host ${host.id}`,
    mark: { kind: 'outcome', ...lastOutcome(host.lastOutcome, words) },
    text: [{ strong: host.displayName ?? name }],
    detail: [...(host.displayName === null ? [] : [name]), ...host.tags].join(', '),
    note: words.shell.palette.hostChecks(formatCount(host.checkCount, words.units), host.checkCount === 1),
    do: () => onOpen(host),
  };
}

/** When "now" is, and in which words. */
export interface Telling {
  readonly words: Words;
  readonly nowMs: number;
}

/** A past check: how it ended, where, when, and what came back. */
export function checkEntry(check: CheckRow, { words, nowMs }: Telling, onOpen: (check: CheckRow) => void): PaletteEntry {
  return {
    id: `check ${check.id}`,
    mark: { kind: 'outcome', family: familyOf(check.outcome), word: words.outcomes[check.outcome].word },
    text: [{ strong: formatTarget({ host: displayHost(check.host), port: check.port }) }],
    detail: check.cameBack ?? check.systemCode ?? '',
    note: formatAgo(check.startedAtMs, nowMs, words),
    do: () => onOpen(check),
  };
}
