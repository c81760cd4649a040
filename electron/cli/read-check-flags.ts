import { isIP } from 'node:net';

import { CHECK_LIMIT_MS, type CheckOptions, type ChosenOptions } from '../../shared/check/options.ts';
import { outcomes, type Outcome } from '../../shared/check/outcome.ts';
import type { FlagName } from './flags.ts';

/** What the flags of `sonde check` chose. */
export interface CheckFlags {
  /** Laid over what a URL or a pasted command names itself. */
  readonly options: ChosenOptions;
  readonly isUdp: boolean;
  /** The outcome that counts as success. */
  readonly expected: Outcome;
  /** New connections a second to each host, or null for the default. */
  readonly ratePerSecond: number | null;
  /** Yes was said in advance to many connections. */
  readonly isAgreed: boolean;
  readonly isSaved: boolean;
  /** Where the history is, or null for the app's own folder. */
  readonly dataFolder: string | null;
  readonly isJson: boolean;
}

/** The flags, or the first thing that is wrong with them. */
export type FlagReading = { readonly kind: 'read'; readonly flags: CheckFlags } | { readonly kind: 'wrong'; readonly problem: string };

type Values = Readonly<Partial<Record<FlagName, string | boolean>>>;

/** Reads the values of the flags; every known flag has the type its table gives. */
export function readCheckFlags(values: Values): FlagReading {
  const problems = findContradictions(values);
  const text = (name: FlagName): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  const read = <T>(name: FlagName, reader: (value: string) => T | Problem): T | null => {
    const value = text(name);
    const result = value === null ? null : reader(value);
    if (!(result instanceof Problem)) return result;
    problems.push(`--${name} ${value ?? ''}: ${result.sentence}`);
    return null;
  };

  const timeoutMs = read('timeout', readSeconds);
  const address = read('address', readAddress);
  const source = read('source', readAddress);
  const expected = read('expect', readOutcome);
  const ratePerSecond = read('rate', readRate);
  const dataFolder = read('data', readFolder);
  problems.push(...findMixedFamilies([address, source], values));
  const [problem] = problems;
  if (problem !== undefined) return { kind: 'wrong', problem };

  return {
    kind: 'read',
    flags: {
      options: { ...onlyChosen({ timeoutMs, address, source }), ...readSwitches(values) },
      isUdp: values.udp === true,
      expected: expected ?? 'succeeded',
      ratePerSecond,
      isAgreed: values.yes === true,
      isSaved: values['no-save'] !== true,
      dataFolder,
      isJson: values.json === true,
    },
  };
}

/** What was not chosen is left out, so that it does not hide what a URL or a pasted command names. */
function onlyChosen(values: Pick<CheckOptions, 'address' | 'source'> & { readonly timeoutMs: number | null }): ChosenOptions {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function readSwitches(values: Values): ChosenOptions {
  return {
    ...(values['connect-only'] === true ? { connectOnly: true } : {}),
    ...(values.tls === true ? { tls: 'on' } : {}),
    ...(values['no-tls'] === true ? { tls: 'off' } : {}),
    ...(values.ipv4 === true ? { family: 4 } : {}),
    ...(values.ipv6 === true ? { family: 6 } : {}),
  };
}

/** Pairs that cannot both be meant. */
const contradictions = [
  ['tls', 'no-tls', '--tls and --no-tls contradict each other.'],
  ['ipv4', 'ipv6', '-4 and -6 together leave no address; leave both out to dial both.'],
  ['udp', 'tls', '--tls needs TCP; leave out --udp or --tls.'],
  ['connect-only', 'tls', '--connect-only stops before TLS; leave out --connect-only or --tls.'],
] as const satisfies readonly (readonly [FlagName, FlagName, string])[];

function findContradictions(values: Values): string[] {
  return contradictions
    .filter(([one, other]) => values[one] !== undefined && values[other] !== undefined)
    .map(([, , sentence]) => sentence);
}

/** An address can only be dialled from, and with, addresses of its own version. */
function findMixedFamilies(addresses: readonly (string | null)[], { ipv4, ipv6 }: Values): string[] {
  const versions = addresses.filter((address) => address !== null).map((address) => isIP(address));
  const wanted = [...versions, ...(ipv4 === true ? [4] : []), ...(ipv6 === true ? [6] : [])];
  return new Set(wanted).size > 1
    ? ['--address, --source, -4 and -6 name both IPv4 and IPv6; one check dials from one to the other never.']
    : [];
}

/** Why a value cannot be read: a sentence after the value itself. */
class Problem {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

function readSeconds(text: string): number | Problem {
  const limitMs = Math.round(Number(text) * 1_000);
  const isGood = /^\d+(?:\.\d+)?$|^\.\d+$/u.test(text) && limitMs >= 1 && limitMs <= CHECK_LIMIT_MS;
  return isGood ? limitMs : new Problem(`a number of seconds is wanted, above 0 and at most ${CHECK_LIMIT_MS / 1_000}.`);
}

/** One connection a minute is still a rate; beyond this the pace is no limit any more. */
const MAXIMUM_RATE = 100_000;

function readRate(text: string): number | Problem {
  const rate = Number(text);
  const isGood = /^\d+(?:\.\d+)?$|^\.\d+$/u.test(text) && rate >= 1 / 60 && rate <= MAXIMUM_RATE;
  return isGood ? rate : new Problem(`a number of connections a second is wanted, at most ${MAXIMUM_RATE}.`);
}

function readAddress(text: string): string | Problem {
  const address = text.replace(/^\[(.*)\]$/u, '$1');
  return isIP(address) === 0 ? new Problem('an IP address is wanted.') : address;
}

function readOutcome(text: string): Outcome | Problem {
  return outcomes.find((outcome) => outcome === text) ?? new Problem(`an outcome is wanted, one of ${outcomes.join(', ')}.`);
}

function readFolder(text: string): string | Problem {
  return text === '' ? new Problem('a folder is wanted.') : text;
}
