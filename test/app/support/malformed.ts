import * as v from 'valibot';

import { contract } from '../../../shared/ipc/contract.ts';
import type { Entry } from '../../../shared/ipc/entry.ts';
import { startRandom, type Random } from '../../support/hostile/random.ts';

/** One message that its entry of the contract does not take. */
export interface Malformed {
  readonly name: string;
  readonly kind: Entry['kind'];
  readonly payload: unknown;
}

/** What schemas look like from within, as far as a wrong message needs to know. */
interface Inside {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Inside>>;
  readonly options?: readonly unknown[];
  readonly item?: Inside;
  readonly wrapped?: Inside;
  readonly literal?: unknown;
}

/** What comes through Playwright as it is; the rest is in raw-preload.cjs. */
const wrong: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 53, -2_147_483_649, '', 'a', '0', '\u0000', '\u202e', '__proto__', 'a'.repeat(5_000), [], {}, [[]]],
  ...[{ kind: 'nothing' }, { length: 1 }, { constructor: { prototype: {} } }, { toString: 1 }],
];

/**
 * So many messages that nearly fit: the right fields with one thing wrong, one too many, or one too few. The same for the same seed; each is
 * refused by its schema for certain, because whatever fits after all is left out.
 */
export function makeMalformed(count: number, seed: number): readonly Malformed[] {
  const random = startRandom(seed);
  const { pick } = random;
  const entries = Object.entries<Entry>(contract);
  const made: Malformed[] = [];
  while (made.length < count) {
    const [name, entry] = pick(entries);
    const payload = spoil(fill(entry.request as unknown as Inside, pick), random);
    if (!v.safeParse(entry.request, payload).success) made.push({ name, kind: entry.kind, payload });
  }
  return made;
}

/** What a schema might take: right in shape, seldom in detail. */
function fill(schema: Inside, pick: Random['pick']): unknown {
  const { type, entries, options = [], item, wrapped, literal } = schema;
  if (wrapped !== undefined) return pick([true, false]) ? fill(wrapped, pick) : null;
  if (entries !== undefined) return Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, fill(field, pick)]));
  if (type === 'array') return item === undefined ? [] : [fill(item, pick)];
  if (type === 'literal') return literal;
  if (options.length > 0) {
    const option = pick(options);
    return typeof option === 'object' && option !== null ? fill(option as Inside, pick) : option;
  }
  if (type === 'number') return pick([1, 2, 80, 1_000, 65_535]);
  return type === 'boolean' ? pick([true, false]) : type === 'string' ? pick(['127.0.0.1', 'localhost', 'a', 'tcp']) : null;
}

/** What is wrong in its type, its size or its kind; most of it is said only once. */
function wrongValue({ pick, below }: Random): unknown {
  const makers: readonly (() => unknown)[] = [
    () => pick(wrong),
    () => below(2 ** 32) - 2 ** 31,
    () => below(2 ** 32) / (1 + below(1_000)),
    () => String.fromCodePoint(...Array.from({ length: 1 + below(12) }, () => below(0xd8_00))),
    () => [below(1_000), pick(wrong)],
    () => ({ [pick(['kind', 'id', 'target', 'more'])]: below(1_000) }),
  ];
  return pick(makers)();
}

/** Puts one thing wrong, at any depth. */
function spoil(value: unknown, random: Random): unknown {
  const { pick } = random;
  if (typeof value !== 'object' || value === null || pick([true, false, false])) return wrongValue(random);
  if (Array.isArray(value)) return value.map((part) => spoil(part, random));
  const names = Object.keys(value);
  const fields = value as Readonly<Record<string, unknown>>;
  const name = names.length === 0 ? undefined : pick(names);
  if (name === undefined || pick([true, false, false, false]))
    return { ...fields, [pick(['more', 'limit', 'constructor', 'id', 'kind'])]: wrongValue(random) };
  const { [name]: spoiled, ...rest } = fields;
  return pick([true, false, false, false]) ? rest : { ...fields, [name]: spoil(spoiled, random) };
}
