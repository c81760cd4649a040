import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { TelnetPolicy } from '../../../shared/console/telnet-policy.ts';
import { startTelnet, type TelnetItem, type TelnetState } from '../../../shared/console/telnet-state.ts';
import { changeTelnetPolicy, receiveTelnet, resizeTelnet, sendTelnet } from '../../../shared/console/telnet.ts';

const hex = (pairs: string): Uint8Array => Uint8Array.from(Buffer.from(pairs.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface Result {
  readonly state: TelnetState;
  readonly data: string;
  readonly said: string;
  /** Everything beside the data, in its order. */
  readonly items: readonly unknown[];
}

/** Reads chunks one after the other; neighbouring data is joined, so that only what was meant is compared. */
function read(state: TelnetState, chunks: readonly Uint8Array[]): Result {
  const items: TelnetItem[] = [];
  let now = state;
  for (const chunk of chunks) {
    const step = receiveTelnet(now, chunk);
    now = step.state;
    items.push(...step.items);
  }
  const joined: unknown[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === 'data' && typeof last === 'string') joined[joined.length - 1] = last + toHex(item.bytes);
    else joined.push(item.kind === 'data' ? toHex(item.bytes) : item);
  }
  return {
    state: now,
    data: items.map((item) => (item.kind === 'data' ? toHex(item.bytes) : '')).join(''),
    said: items
      .map((item) => (item.kind === 'say' ? toHex(item.bytes) : ''))
      .join(' ')
      .trim()
      .replace(/ +/gu, ' '),
    items: joined,
  };
}

const start = (policy: TelnetPolicy): TelnetState => startTelnet(policy);

/** Real openings, and what breaks careless readers. */
const streams = {
  'a login of inetutils telnetd': 'fffd18 fffd20 fffd23 fffd27 fffd24 fffb03 fffd01 fffd1f fffb05 0d0a 6c6f67696e3a20',
  'a subnegotiation in the middle of words': '6869 fffa18 01 fff0 6a6b',
  'escaped IAC in data and in a subnegotiation': '61ffff62 fffa18 01ffff02 fff0 63',
  'carriage returns of every kind': '610d00620d0a630d640d00',
  'a subnegotiation that another command breaks off': 'fffa1801 fffb01 61',
  'commands that carry nothing': 'fff1 fff2 fff6 61 fff9',
  'options repeated and taken back': 'fffb01 fffb01 fffc01 fffc01 fffb01 fffd00 fffe00 fffe00',
} as const;

describe.each(['refuse', 'terminal', 'off'] as const)('under the policy "%s"', (policy) => {
  test.each(Object.entries(streams))('%s mean the same cut at every byte', (_, pairs) => {
    const bytes = hex(pairs);
    const whole = read(start(policy), [bytes]);
    for (let at = 0; at <= bytes.length; at += 1) expect(read(start(policy), [bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    expect(
      read(
        start(policy),
        Array.from(bytes, (byte) => Uint8Array.of(byte)),
      ),
    ).toEqual(whole);
  });

  test('any bytes mean the same however they are cut', () => {
    const telling = fc.constantFrom(0xff, 0xfa, 0xf0, 0xfb, 0xfc, 0xfd, 0xfe, 0x0d, 0x00, 0x01, 0x18, 0x1f, 0x61);
    fc.assert(
      fc.property(fc.array(fc.oneof({ arbitrary: telling, weight: 4 }, fc.integer({ min: 0, max: 255 })), { maxLength: 40 }), (values) => {
        const bytes = Uint8Array.from(values);
        const whole = read(start(policy), [bytes]);
        for (let at = 0; at <= bytes.length; at += 1)
          expect(read(start(policy), [bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
        const one = Array.from(bytes, (byte) => Uint8Array.of(byte));
        expect(read(start(policy), one)).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is sent comes back as it was, through any peer that reads by the rules', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 5 }), (chunks) => {
        let state = start(policy);
        const wire = chunks.map((chunk) => {
          const sent = sendTelnet(state, chunk);
          ({ state } = sent);
          return sent.bytes;
        });
        const bytes = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
        // CR NUL typed on purpose is already the line's own form of CR.
        fc.pre(!toHex(bytes).includes('0d00'));
        expect(read(start(policy), wire).data).toBe(toHex(bytes));
      }),
    );
  });
});

test('off: nothing is read, said or escaped', () => {
  expect(read(start('off'), [hex('fffd18 61')])).toMatchObject({ data: 'fffd1861', said: '' });
  expect(toHex(sendTelnet(start('off'), hex('ff0d')).bytes)).toBe('ff0d');
});

test('refuse: every request is refused once, and no answer is ever answered (nc -t, RFC 1143)', () => {
  expect(read(start('refuse'), [hex('fffd18 fffb01 fffc03 fffe05 fffd18')]).said).toBe('fffc18 fffe01 fffc18');
});

test('terminal: what a plain terminal needs is agreed to, the rest refused, and each answered on change only', () => {
  const { said, state } = read(start('terminal'), [hex('fffb01 fffb03 fffd03 fffd00 fffd18 fffd1f fffd27 fffb05 fffb01')]);
  expect(said).toBe('fffd01 fffd03 fffb03 fffb00 fffb18 fffb1f fffa1f00500018fff0 fffc27 fffe05');
  expect(state.options.peer.get(1)).toBe('yes');
});

test('terminal: the type is told only to who asked for the option first, and never volunteered', () => {
  expect(read(start('terminal'), [hex('fffa1801fff0')]).said).toBe('');
  expect(read(start('terminal'), [hex('fffd18 fffa1801fff0')]).said).toBe('fffb18 fffa180044554d42fff0');
});

test('an option that was agreed can be taken back, and is confirmed once', () => {
  expect(read(start('terminal'), [hex('fffb01 fffc01 fffc01')]).said).toBe('fffd01 fffe01');
});

test('a loop of two who insist ends: yes after our no is the end of the matter', () => {
  const { state } = read(start('terminal'), [hex('fffb01')]);
  const changed = changeTelnetPolicy(state, 'refuse');
  expect(changed.items.map((item) => (item.kind === 'say' ? toHex(item.bytes) : ''))).toEqual(['fffe01']);
  expect(read(changed.state, [hex('fffb01')]).said).toBe('');
  expect(read(changed.state, [hex('fffc01 fffb01')]).said).toBe('fffe01');
});

test('a binary link carries CR as it is, both ways', () => {
  const { state, data } = read(start('terminal'), [hex('fffb00 fffd00 610d0062')]);
  expect(data).toBe('610d0062');
  expect(toHex(sendTelnet(state, hex('0d61')).bytes)).toBe('0d61');
});

test('sending doubles IAC and gives a CR that stands alone its NUL, across chunks too', () => {
  const first = sendTelnet(start('refuse'), hex('61ff0d'));
  expect(toHex(first.bytes)).toBe('61ffff0d');
  expect(toHex(sendTelnet(first.state, hex('62')).bytes)).toBe('0062');
  expect(toHex(sendTelnet(first.state, hex('0a')).bytes)).toBe('0a');
});

test('an endless subnegotiation costs no memory', () => {
  let { state } = receiveTelnet(start('refuse'), hex('fffa18'));
  for (let count = 0; count < 100; count += 1) ({ state } = receiveTelnet(state, new Uint8Array(65_536).fill(0x61)));
  expect(state.place).toMatchObject({ kind: 'subnegotiation' });
  expect(state.place.kind === 'subnegotiation' && state.place.body.length).toBeLessThanOrEqual(1_024);
  const { items } = receiveTelnet(state, hex('fff061'));
  expect(items.at(-1)).toMatchObject({ kind: 'data' });
});

test('another size of the window is told to a peer that asked for it, and to no other', () => {
  const size = { columns: 255, rows: 50 };
  expect(resizeTelnet(startTelnet('terminal'), size).items).toEqual([]);
  const asked = receiveTelnet(startTelnet('terminal'), Uint8Array.of(255, 253, 31)).state;
  const [told] = resizeTelnet(asked, size).items;
  expect(told).toMatchObject({ kind: 'say', bytes: Uint8Array.of(255, 250, 31, 0, 255, 255, 0, 50, 255, 240) });
  expect(resizeTelnet(asked, size).state.terminal).toMatchObject(size);
});
