import { describe, expect, test } from 'vitest';

import { isWithinLimits } from '../../../electron/ipc/within-limits.ts';

function nested(depth: number): unknown {
  let value: unknown = 'innermost';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

function circle(): unknown {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  return circle;
}

function detached(): ArrayBuffer {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

describe('a message of plain values within measure', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text of a million characters', 'a'.repeat(1_000_000)],
    ['a million bytes', { sessionId: 1, bytes: new Uint8Array(1_048_576) }],
    [
      'five thousand targets',
      {
        targets: Array.from({ length: 5_000 }, (_, port) => ({ host: `host${port}.example.net`, port, transport: 'tcp' })),
        isAgreed: false,
      },
    ],
    ['lists and objects within each other', nested(16)],
    ['a text that Unicode does not know', '\ud800'],
    ['a field that is not there', { after: undefined }],
  ])('goes on to its schema: %s', (_name, message) => {
    expect(isWithinLimits(message)).toBe(true);
  });
});

describe('a message beyond measure', () => {
  test.each<[string, unknown]>([
    ['a text of 64 MiB', 'a'.repeat(67_108_864)],
    ['texts that are too much together', Array.from({ length: 100 }, () => 'a'.repeat(50_000))],
    ['five million bytes', new Uint8Array(5_000_000)],
    ['a list of a hundred thousand', Array.from({ length: 100_000 }, () => 0)],
    ['a list of nothing, a billion long', Array<unknown>(1_000_000_000)],
    ['lists of lists that grow', Array.from({ length: 1_000 }, () => Array.from({ length: 1_000 }, () => 0))],
    ['a hundred thousand fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, field) => [`field${field}`, 0]))],
    ['something too deep', nested(20)],
    ['something bottomless', nested(100_000)],
    ['what contains itself', circle()],
    ['what contains itself, many times', Array.from({ length: 100 }, circle)],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map([['limit', 1]])],
    ['a set', new Set([1])],
    ['a pattern', /a/u],
    ['an error', new Error('a')],
    ['a buffer that is gone', detached()],
    ['a view of it', { bytes: new DataView(new ArrayBuffer(8)) }],
    ['numbers that are no bytes', new Float64Array(8)],
    ['a number that is none', { x: Number.NaN }],
    ['a number without end', { x: Number.POSITIVE_INFINITY }],
    ['a prototype of its own', JSON.parse('{"limit":1,"__proto__":{"polluted":true}}')],
    ['a constructor of its own', { constructor: { prototype: { polluted: true } } }],
    ['no prototype', Object.create(null)],
    ['a class of its own', Object.create({ limit: 1 })],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
  ])('goes no further: %s', (_name, message) => {
    expect(isWithinLimits(message)).toBe(false);
    expect(isWithinLimits({ within: [message] })).toBe(false);
  });
});
