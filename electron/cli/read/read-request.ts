import { readAddress } from '../../../shared/check/ip-address.ts';
import type { Target } from '../../../shared/check/target.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import { describeTargetProblem, type TargetProblemWords } from '../../../shared/text/target-problem-words.ts';
import type { KeepingWish } from '../start-keeping.ts';
import type { FlagValues } from '../parse-flags.ts';
import type { readFlags } from './read-flags.ts';

/** What `sonde read` is asked. */
export interface ReadRequest extends KeepingWish {
  /** - is stdin. */
  readonly file: string;
  readonly target: Target | null;
  readonly place: string;
  /** The customer's address, or null. */
  readonly client: string | null;
  readonly isJson: boolean;
}

/** The request, or one sentence about what is wrong with it. */
export type RequestReading =
  { readonly kind: 'read'; readonly request: ReadRequest } | { readonly kind: 'wrong'; readonly problem: string };

type Values = FlagValues<keyof typeof readFlags>;

/** As long as a check may name its vantage. */
const LONGEST_PLACE = 200;

/** Reads the words and flags of `sonde read`. */
export function readRequest([file = '-', ...others]: readonly string[], values: Values, words: TargetProblemWords): RequestReading {
  if (others.length > 0) return wrong('Name one file, or none to paste.');
  const about = textOf(values.about);
  const target = about === null ? null : readAbout(about, words);
  if (typeof target === 'string') return wrong(`--about ${target}`);
  const place = (textOf(values.from) ?? 'customer').trim();
  // "here" is what this computer itself found.
  if (place === '' || place === 'here' || place.length > LONGEST_PLACE) return wrong('--from: a short name of the place is wanted.');
  const written = textOf(values.client);
  const client = written === null ? null : readAddress(written);
  if (written !== null && client === null) return wrong(`--client ${written}: an IP address is wanted.`);
  return {
    kind: 'read',
    request: {
      file,
      target,
      place,
      client: client?.address ?? null,
      isSaved: values['no-save'] !== true,
      dataFolder: textOf(values.data),
      arrival: 'imported',
      isJson: values.json === true,
    },
  };
}

function readAbout(text: string, words: TargetProblemWords): Target | string {
  const reading = readTarget(text);
  if (reading.kind === 'unreadable') return describeTargetProblem(reading.problem, words);
  const { host, transport, ports } = reading;
  const [range, ...others] = ports;
  if (range === undefined || others.length > 0 || range.first !== range.last) return 'Name one port.';
  return { host, port: range.first, transport };
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function wrong(problem: string): RequestReading {
  return { kind: 'wrong', problem };
}
