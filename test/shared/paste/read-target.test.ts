import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { fillOptions } from '../../../shared/check/options.ts';
import { formatTarget, targetSchema } from '../../../shared/check/target.ts';
import { commandForms, textForms } from '../../../shared/paste/forms.ts';
import { formatPorts, listPorts } from '../../../shared/paste/port-list.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import { requestsOf } from '../../../shared/paste/target-reading.ts';
import { problemRows } from './problem-rows.ts';
import { showReading } from './show-reading.ts';
import { commandRows, endpointRows, urlRows } from './target-rows.ts';
import { processorTimeMs } from '../../support/processor-time.ts';

const readRows = [...endpointRows, ...urlRows, ...commandRows];

describe('readTarget', () => {
  test.each(endpointRows)('reads the endpoint %j', (text, reading) => {
    expect(showReading(readTarget(text))).toBe(reading);
  });

  test.each(urlRows)('reads the URL %j', (text, reading) => {
    expect(showReading(readTarget(text))).toBe(reading);
  });

  test.each(commandRows)('reads the command %j', (text, reading) => {
    expect(showReading(readTarget(text))).toBe(reading);
  });

  test.each(problemRows.map(([text, problem]) => [text.slice(0, 80), problem, text] as const))('refuses %j as %s', (_, problem, text) => {
    expect(showReading(readTarget(text))).toBe(`unreadable: ${problem}`);
  });

  test('has a row for every form', () => {
    const names = [...textForms.map(({ name }) => name), ...commandForms.map(({ programs: [name] }) => name), 'endpoint'];
    const reached = new Set(readRows.map(([text]) => readTarget(text)).map((reading) => (reading.kind === 'read' ? reading.form : '')));
    expect([...reached].toSorted()).toEqual(names.toSorted());
  });

  test('keeps no user name and no password, neither in a reading nor in a problem', () => {
    const urls = [
      'https://lovelace:s3cret@web1/',
      'https://lovelace:s3cret@web1:99999/',
      'https://lovelace:s3cret@we b1/',
      'http:/lovelace:s3cret@web1',
    ];
    const others = [
      'lovelace:s3cret@web1:22',
      'lovelace:s3cret@web1/x',
      'lovelace:s3cret@web1:x',
      'db1 lovelace:s3cret@web1',
      'lovelace:s3cret@$HOST:1',
    ];
    const commands = [
      'curl -u lovelace:s3cret https://web1',
      'curl https://web1 https://lovelace:s3cret@web2',
      'wget --password=s3cret --user=lovelace https://web1',
    ];
    for (const text of [...urls, ...others, ...commands]) expect(JSON.stringify(readTarget(text))).not.toMatch(/lovelace|s3cret/u);
  });

  test('gives one request a port, each with the options, and makes them only when asked', () => {
    const reading = readTarget('nc -w 2 web1 20-22');
    const target = { host: 'web1', transport: 'tcp' };
    const options = { timeoutMs: 2_000 };
    expect(reading.kind === 'read' ? [...requestsOf(reading)] : []).toEqual(
      [20, 21, 22].map((port) => ({ target: { ...target, port }, options })),
    );
    const all = readTarget('web1 1-65535');
    expect(JSON.stringify(all).length).toBeLessThan(200);
    expect(all.kind === 'read' ? [...requestsOf(all)].length : 0).toBe(65_535);
  });
});

/** Pieces that the parsers look for, so that random texts reach their depths. */
const pieces = fc.constantFrom(
  ...['nc', 'ncat ', 'telnet ', 'curl ', 'wget ', 'ssh ', 'openssl s_client ', 'tnc ', 'sudo ', 'timeout 5 ', 'bash -c ', '/dev/tcp/', '/'],
  ...[
    'http://',
    'https:',
    '://',
    ':',
    '[',
    ']',
    '::',
    '.',
    ',',
    '-',
    '--',
    '-w',
    '-p ',
    '-connect ',
    '--resolve ',
    '--connect-to ',
    '-Port ',
  ],
  ...[
    "'",
    '"',
    '`',
    '\\',
    '$',
    '$(',
    '|',
    '&&',
    ';',
    '>',
    '<',
    '#',
    '\n',
    ' ',
    '@',
    '%',
    '%eth0',
    '0',
    '80',
    '65536',
    '0x7f',
    '127.0.0.1',
    'xn--',
    'web1',
  ],
  ...[
    '\u00fc',
    '\u3002',
    '\uff1a',
    '\u200b',
    '\u202e',
    '\ud800',
    '\u0301',
    'ssh',
    'https',
    'udp',
    'C:\\',
    '=',
    '*',
    '(',
    ')',
    '{',
    '}',
    '^"',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10_000 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(pieces, { minLength: 1, maxLength: 4 })
    .chain((parts) => fc.integer({ min: 1, max: 2_000 }).map((times) => parts.join('').repeat(times))),
);

/** Characters. */
const LONGEST = 32_768;

/** Milliseconds; far above what a linear reader needs for the longest text here, far below what a quadratic one takes. */
const GENEROUS_MS = 2_000;

describe('readTarget, whatever the text', () => {
  test('never throws, and every request it gives can be checked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readTarget(text);
        if (reading.kind === 'unreadable') return;
        fillOptions(reading.options);
        for (const { first, last } of reading.ports) expect(1 <= first && first <= last && last <= 65_535).toBe(true);
        const ends = reading.ports.map(({ first }) => ({ first, last: first }));
        for (const { target } of requestsOf({ ...reading, ports: ends })) v.parse(targetSchema, target);
      }),
      { numRuns: 1_000 },
    );
  });

  test('ends soon for the longest text, made of any piece', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 3 }), (parts) => {
        const unit = parts.join('');
        const takenMs = processorTimeMs(() => {
          for (const start of ['', 'nc ', 'curl ', 'https://', 'tnc ', "curl '"])
            readTarget((start + unit.repeat(Math.ceil(LONGEST / unit.length))).slice(0, LONGEST));
        });
        expect(takenMs).toBeLessThan(GENEROUS_MS);
      }),
      { numRuns: 50 },
    );
  });

  test('reads back an endpoint as it is written', () => {
    const label = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,20}$/u);
    const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
    const host = fc.oneof(name, fc.ipV4(), fc.ipV6());
    const port = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(host, port, (written, number) => {
        const reading = readTarget(formatTarget({ host: written, port: number }));
        const again = reading.kind === 'read' ? readTarget(formatTarget({ host: reading.host, port: number })) : reading;
        expect(reading).toMatchObject({ kind: 'read', form: 'endpoint', ports: [{ first: number, last: number }] });
        expect(again).toEqual(reading);
      }),
    );
  });

  test('reads back a list of ports as it is written', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 65_535 }), fc.nat(300))
      .map(([first, more]) => ({ first, last: Math.min(first + more, 65_535) }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 20 }), (ranges) => {
        const ports = listPorts(ranges);
        expect(readTarget(`web1:${formatPorts(ports)}`)).toMatchObject({ kind: 'read', ports });
      }),
    );
  });
});
