import type { Random } from './random.ts';

/** A file somebody might hand over, and what was done to it. */
export interface MutatedFile {
  readonly bytes: Buffer;
  readonly how: string;
}

/** Values that schemas, databases and programs stumble over; as JSON text, because some have no value in JavaScript. */
const hostileValues = [
  ...[
    'null',
    'true',
    '""',
    '[]',
    '{}',
    '-1',
    '-0',
    '0.5',
    '1e999',
    '-1e999',
    '1e308',
    '9007199254740993',
    '18446744073709551616',
    '1e-320',
  ],
  ...[
    '8640000000000000',
    '8640000000000001',
    '65536',
    '2147483648',
    '"\\ud800"',
    '"\\udc00x"',
    '"\\u0000"',
    '"\\u202eexe.gpj"',
    '"\\u001b[31m"',
  ],
  ...[
    '"here"',
    '"-oProxyCommand=id"',
    '"a\\nb"',
    '"../../etc/passwd"',
    '"=1+1"',
    '"\'; DROP TABLE checks; --"',
    '"127.0.0.1"',
    '"CON"',
    '[[[[[[[[]]]]]]]]',
  ],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', `"${'x'.repeat(5_000)}"`, `[${'0,'.repeat(2_000)}0]`],
];

const hostileKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'version', 'kind', 'id', 'more', ''];

type Mutation = (lines: readonly string[], random: Random) => Buffer;

/** Changes a value of a line in its own text, so that what JSON.parse would round stays as it is. */
function changeValue(lines: readonly string[], random: Random): Buffer {
  return changeLine(lines, random, (line) => {
    const places = [...line.matchAll(/:(?:"(?:[^"\\]|\\.)*"|-?[\d.e+]+|null|true|false)(?=[,}\]])/gu)];
    const place = random.pick(places);
    return `${line.slice(0, place.index)}:${random.pick(hostileValues)}${line.slice(place.index + place[0].length)}`;
  });
}

/** Puts a key more into some object: an unknown one, a dangerous one, or one that is there already. */
function addKey(lines: readonly string[], random: Random): Buffer {
  return changeLine(lines, random, (line) => {
    const place = random.pick([...line.matchAll(/[{,]"/gu)]).index + 1;
    const known = random.pick([...line.matchAll(/"(\w+)":/gu)])[1] ?? '';
    const key = random.below(2) === 0 ? known : random.pick(hostileKeys);
    return `${line.slice(0, place)}"${key}":${random.pick(hostileValues)},${line.slice(place)}`;
  });
}

function removeKey(lines: readonly string[], random: Random): Buffer {
  return changeLine(lines, random, (line) =>
    line.replace(random.pick([...line.matchAll(/"\w+":(?:"[^"]*"|[\d.]+|null)(?:,|(?=\}))/gu)])[0], ''),
  );
}

function changeLine(lines: readonly string[], random: Random, change: (line: string) => string): Buffer {
  const place = random.below(lines.length);
  return toFile(lines.map((line, index) => (index === place ? change(line) : line)));
}

function toFile(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

function flipBits(lines: readonly string[], random: Random): Buffer {
  const bytes = toFile(lines);
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const place = random.below(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
}

function spliceBytes(lines: readonly string[], random: Random): Buffer {
  const bytes = toFile(lines);
  const place = random.below(bytes.length);
  const pieces = ['\0', '\ufeff', '\u2028', '\r', '\n', '\n\n', '"', '\\', '{', '}', '\u001b', '/*', 'NaN'];
  const odd = random.below(4) === 0 ? Buffer.from([0xed, 0xa0, 0x80, 0xc0, 0xaf]) : Buffer.from(random.pick(pieces));
  return Buffer.concat([bytes.subarray(0, place), odd, bytes.subarray(place + random.below(20))]);
}

const mutations: Readonly<Record<string, Mutation>> = {
  nothing: (lines) => toFile(lines),
  value: changeValue,
  'value, twice': (lines, random) => changeValue(changeValue(lines, random).toString().trimEnd().split('\n'), random),
  'key more': addKey,
  'key less': removeKey,
  bits: flipBits,
  bytes: spliceBytes,
  truncated: (lines, random) => {
    const bytes = toFile(lines);
    return bytes.subarray(0, random.below(bytes.length));
  },
  'lines twice': (lines) => toFile([...lines, ...lines]),
  'line ends of Windows': (lines) => Buffer.from(lines.join('\r\n')),
  'a byte order mark': (lines) => Buffer.from(`\ufeff${lines.join('\n')}`),
  'UTF-16': (lines) => Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'),
  'one JSON document': (lines, random) => Buffer.from(`[${lines.join(',')}]`.slice(random.below(2))),
  'JSON over many lines': (lines) =>
    Buffer.from(
      JSON.stringify(
        lines.map((line) => JSON.parse(line) as unknown),
        null,
        2,
      ),
    ),
  'deep nesting': (lines, random) => {
    const depth = 10 ** (1 + random.below(4));
    return toFile([...lines, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, '['.repeat(depth)]);
  },
  'another kind of line': (lines, random) =>
    toFile([...lines, random.pick(['{}', '[]', '0', '"text"', 'null', '{"kind":"host"}', '{"kind":"check"}'])]),
};

/** The kinds of change there are. */
export const mutationNames: readonly string[] = Object.keys(mutations);

/** Changes lines of a real export in a way chosen by the numbers. */
export function mutateExport(lines: readonly string[], random: Random): MutatedFile {
  const how = random.pick(mutationNames);
  return { bytes: mutations[how]!(lines, random), how };
}
