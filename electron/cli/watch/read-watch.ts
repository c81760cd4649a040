import type { Target } from '../../../shared/check/target.ts';
import type { Service } from '../../../shared/service/service.ts';
import type { WatchManners } from '../../../shared/service/watch-manners.ts';
import { formatLimit } from '../../../shared/text/format.ts';
import type { Words } from '../../../shared/text/words.ts';
import { expectedManners } from '../../watch/expected-manners.ts';
import type { WatchOrder } from '../../watch/watch-order.ts';
import type { FlagValues } from '../parse-flags.ts';
import { planChecks } from '../plan.ts';
import { readCheckFlags, type CheckFlags } from '../read-check-flags.ts';
import type { WatchFlagName } from './watch-flags.ts';

/** What `sonde watch` is asked to do. */
export interface WatchRequest {
  readonly order: WatchOrder;
  readonly flags: CheckFlags;
  readonly rings: boolean;
}

/** The request, or the first thing that is wrong with it. */
export type WatchReading = { readonly kind: 'read'; readonly request: WatchRequest } | { readonly kind: 'wrong'; readonly problem: string };

/** A person sees that it lives, and a service hardly notices; slower where the service asks for it. In milliseconds. */
const DEFAULT_INTERVAL_MS = 2_000;

/** Reads the one target and the flags. Sends nothing. */
export async function readWatch(typed: readonly string[], values: FlagValues<WatchFlagName>, words: Words): Promise<WatchReading> {
  const flags = readCheckFlags(values);
  if (flags.kind === 'wrong') return flags;
  if (typed.length === 0) return wrong('Name a host and a port, for example: sonde watch web1.example.net:80');
  const plan = await planChecks(typed, flags.flags, words);
  if (plan.kind === 'wrong') return plan;
  const [part, second] = plan.parts;
  const port = part?.ports[0]?.first;
  if (part === undefined || port === undefined || second !== undefined || part.portCount > 1) {
    return wrong('One endpoint at a time is watched: name one host and one port.');
  }
  const target: Target = { host: part.host, port, transport: part.transport };
  const { service, manners } = expectedManners(target, part.options);
  const usualMs = Math.max(DEFAULT_INTERVAL_MS, manners.shortestIntervalMs);
  const intervalMs = values.interval === undefined ? usualMs : readNumber(values.interval) * 1_000;
  if (!(intervalMs >= 1 && intervalMs <= LONGEST_INTERVAL_MS)) {
    return wrong(`--interval ${String(values.interval)}: a number of seconds is wanted, at most a day.`);
  }
  const count = values.count === undefined ? null : readNumber(values.count);
  if (count !== null && !(Number.isInteger(count) && count >= 1)) {
    return wrong(`--count ${String(values.count)}: a whole number from 1 on is wanted.`);
  }
  const { isAgreed } = flags.flags;
  if (!isAgreed && intervalMs < manners.shortestIntervalMs) return wrong(describeHaste(manners, service, words));
  const order = { target, options: part.options, intervalMs, count, untilChange: values['until-change'] === true, isAgreed };
  return { kind: 'read', request: { order, flags: flags.flags, rings: values.bell === true } };
}

/** Longer than a day is a job for a scheduler. In milliseconds. */
const LONGEST_INTERVAL_MS = 86_400_000;

function readNumber(value: string | boolean): number {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$|^\.\d+$/u.test(value) ? Number(value) : NaN;
}

/** As far as the port tells: a service that is only recognised later is met more slowly then. */
function describeHaste({ shortestIntervalMs, caution }: WatchManners, service: Service | null, { watch, units }: Words): string {
  const shortest = formatLimit(shortestIntervalMs, units);
  return caution === null || service === null ? watch.tooFast(shortest) : watch.tooFastFor(service.name, shortest, watch.cautions[caution]);
}

function wrong(problem: string): WatchReading {
  return { kind: 'wrong', problem };
}
