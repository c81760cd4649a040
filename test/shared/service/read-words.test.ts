import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { serviceById } from '../../../shared/service/find-service.ts';
import type { ReadWords, Service } from '../../../shared/service/service.ts';
import { services } from '../../../shared/service/services.ts';
import { captured, type Captured } from './captured-words.ts';

/** What may never be shown: control characters, and what reorders or hides text. */

const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

function readersOf({ readGreeting, probe }: Service): readonly (readonly [when: Captured['when'], read: ReadWords])[] {
  const all = [['greeting', readGreeting] as const, ['tcp', probe.tcp?.read] as const, ['udp', probe.udp?.read] as const];
  return all.flatMap(([when, read]) => (read == null ? [] : [[when, read] as const]));
}

function readerOf({ service, when }: Captured): ReadWords {
  const found = serviceById(service);
  const read = found && readersOf(found).find(([name]) => name === when)?.[1];
  if (read == null) throw new Error(`${service} has no reader for ${when}`);
  return read;
}

describe.each(captured.map((words) => [words.service, words.when, words.from, words] as const))(
  '%s, %s: %s',
  (_id, _when, _from, words) => {
    const read = readerOf(words);

    it('is read as it should be', () => {
      expect(read(words.bytes)).toEqual(words.reading);
    });

    it('is incomplete until it is decided, wherever it is split', () => {
      for (let length = 0; length < words.bytes.length; length += 1) {
        const reading = read(words.bytes.subarray(0, length));
        if (reading.kind !== 'incomplete') expect(reading).toEqual(words.reading);
      }
      expect(read(new Uint8Array())).toEqual({ kind: 'incomplete' });
    });
  },
);

const hostile = fc.constantFrom(
  ...['\u001b[31m', '\u001b]0;title\u0007', '\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\r', '\u0085', 'e\u0301'.repeat(20)].map(
    (text) => Buffer.from(text),
  ),
  Buffer.from([0x9b]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.alloc(200, 'A'),
);

/** Real words with a piece replaced by hostile or random bytes. */
const spoilt = fc
  .record({
    words: fc.constantFrom(...captured),
    at: fc.nat(120),
    cut: fc.nat(6),
    piece: fc.oneof(hostile, fc.uint8Array({ maxLength: 8 })),
  })
  .map(({ words: { bytes }, at, cut, piece }) => Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at + cut)]));

describe('every reader', () => {
  const readers = services.flatMap((service) => readersOf(service).map(([, read]) => read));

  it('never throws and never lets a control or bidi character into a product, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) }), (bytes) => {
        for (const read of readers) {
          const reading = read(bytes);
          const product = 'product' in reading ? reading.product : null;
          if (product === null) continue;
          expect(product).not.toMatch(unsafe);
          expect(Array.from(product).length).toBeLessThanOrEqual(120);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads the same wherever random words are split', () => {
    fc.assert(
      fc.property(
        spoilt,
        fc.constantFrom(...services.map(({ readGreeting }) => readGreeting).filter((read) => read !== null)),
        (bytes, read) => {
          const whole = read(bytes);
          for (let length = 0; length < bytes.length; length += 1) {
            const reading = read(bytes.subarray(0, length));
            if (reading.kind !== 'incomplete') {
              expect(whole).toEqual(reading);
              break;
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is not moved by what follows the words it has read', () => {
    const alone = captured.filter(({ service }) => service !== 'postgresql');
    fc.assert(
      fc.property(fc.constantFrom(...alone), fc.uint8Array({ maxLength: 60 }), (words, more) => {
        expect(readerOf(words)(Uint8Array.from([...words.bytes, ...more]))).toEqual(words.reading);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('words without an end', () => {
  const lineReaders = ['ftp', 'ssh', 'smtp', 'pop3', 'imap', 'vnc', 'rsync', 'http'].map(
    (id) => [id, serviceById(id)?.readGreeting] as const,
  );

  it.each(lineReaders)('%s takes a line longer than 4 KiB for another protocol', (_id, read) => {
    expect(read?.(Buffer.alloc(4_096, '2'))).toEqual({ kind: 'incomplete' });
    expect(read?.(Buffer.alloc(4_097, '2'))).toEqual({ kind: 'foreign' });
  });

  it.each(['ftp', 'ssh'])('%s stops reading lines that never come to the point', (id) => {
    const line = id === 'ftp' ? '220-more\r\n' : 'more to come\r\n';
    const read = serviceById(id)?.readGreeting;
    expect(read?.(Buffer.from(line.repeat(100)))).toEqual({ kind: 'incomplete' });
    expect(read?.(Buffer.from(line.repeat(3_000)))).toEqual({ kind: 'foreign' });
  });

  it('a product is cut to 120 characters', () => {
    expect(serviceById('ssh')?.readGreeting?.(Buffer.from(`SSH-2.0-${'é'.repeat(500)}\r\n`))).toEqual({
      kind: 'welcome',
      product: 'é'.repeat(120),
    });
  });
});
