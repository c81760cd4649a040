import { outcomes, type Outcome } from '../../../shared/check/outcome.ts';
import { readHost } from '../../../shared/check/host-name.ts';
import type { ChecksFilter } from '../../../shared/history/checks-wanted.ts';
import { readMoment } from '../../../shared/paste/read-moment.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import type { FlagValues } from '../parse-flags.ts';
import type { ChoosingFlagName } from './history-flags.ts';

/** Which checks of the history a command line chooses. */
export interface Choice {
  /** As it is kept; null is every host. */
  readonly host: string | null;
  readonly filter: ChecksFilter;
  /** Where the history is, or null for the app's own folder. */
  readonly dataFolder: string | null;
}

/** The choice, or the first thing that is wrong with it. */
export type ChoiceReading = { readonly kind: 'read'; readonly choice: Choice } | { readonly kind: 'wrong'; readonly problem: string };

/** Reads which checks are wanted: at most one host, with or without its port, and the flags. */
export function readChoice(typed: readonly string[], values: FlagValues<ChoosingFlagName>, nowMs: number): ChoiceReading {
  const place = readPlace(typed);
  if (place.kind === 'wrong') return place;
  const text = (name: ChoosingFlagName): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  const moment = (name: 'since' | 'until'): number | null | undefined => {
    const written = text(name);
    return written === null ? null : (readMoment(written, nowMs) ?? undefined);
  };
  const [fromMs, toMs] = [moment('since'), moment('until')];
  if (fromMs === undefined || toMs === undefined) {
    const name = fromMs === undefined ? 'since' : 'until';
    return wrong(`--${name} ${text(name) ?? ''}: a time is wanted, such as 2h, 7d, today, 14:30 or 2026-11-20.`);
  }
  const port = text('port') === null ? place.port : readPort(text('port') ?? '');
  if (port === undefined) return wrong(`--port ${text('port') ?? ''}: a number from 1 to 65535 is wanted.`);
  const chosen = readOutcomes(text('outcome'));
  if (chosen === undefined) return wrong(`--outcome ${text('outcome') ?? ''}: outcomes are wanted, of ${outcomes.join(', ')}.`);
  if (values.failures === true && values.changes === true) return wrong('--failures and --changes together: name one of them.');
  const kind = values.failures === true ? 'failures' : values.changes === true ? 'changes' : 'all';
  const filter: ChecksFilter = { kind, outcomes: chosen, port, address: null, fromMs, toMs, text: text('text') || null };
  return { kind: 'read', choice: { host: place.host, filter, dataFolder: text('data') } };
}

interface Place {
  readonly kind: 'place';
  readonly host: string | null;
  readonly port: number | null;
}

/** A host as it is kept; "host:port", "host port" and a URL name the port as well. */
function readPlace(typed: readonly string[]): Place | { readonly kind: 'wrong'; readonly problem: string } {
  if (typed.length === 0) return { kind: 'place', host: null, port: null };
  const written = typed.join(' ');
  const host = readHost(written);
  if (host.kind === 'host') return { kind: 'place', host: host.host, port: null };
  const target = readTarget(written);
  const [range, ...others] = target.kind === 'read' ? target.ports : [];
  if (target.kind === 'unreadable' || range === undefined || others.length > 0 || range.first !== range.last) {
    return wrong(`“${written}” is not a host: name one, with or without its port.`);
  }
  return { kind: 'place', host: target.host, port: range.first };
}

/** Undefined when it is none. */
function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Null for any; undefined when one of them is none. */
function readOutcomes(text: string | null): Outcome[] | null | undefined {
  if (text === null) return null;
  const read = text.split(',').map((word) => outcomes.find((outcome) => outcome === word.trim()));
  const known = read.filter((outcome) => outcome !== undefined);
  return known.length === read.length ? known : undefined;
}

function wrong(problem: string): { readonly kind: 'wrong'; readonly problem: string } {
  return { kind: 'wrong', problem };
}
