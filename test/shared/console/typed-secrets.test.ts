import { describe, expect, test } from 'vitest';

import {
  noTypedSecrets,
  rememberTyped,
  SHORTEST_WORD,
  takeEcho,
  wordsToHide,
  type TypedSecrets,
} from '../../../shared/console/typed-secrets.ts';

const typed = (...texts: readonly string[]): TypedSecrets =>
  texts.reduce((secrets, text) => rememberTyped(secrets, { text, isWanted: true }), noTypedSecrets);

describe('what was typed masked', () => {
  test('is looked for without its line end, whether it went out in a line or key by key', () => {
    for (const end of ['\n', '\r\n', '\r', '\r\0', '']) {
      expect(wordsToHide(typed(`hunter2${end}`)), JSON.stringify(end)).toEqual(['hunter2']);
      expect(wordsToHide(typed(...'hunter2', ...(end === '' ? [] : [end]))), JSON.stringify(end)).toEqual(['hunter2']);
    }
  });

  test('is what stands after the command of its protocol', () => {
    expect(wordsToHide(typed('PASS hunter2\r\n', 'auth hunter3\r\n'))).toEqual(['hunter2', 'hunter3']);
  });

  test('is what is left after keys that erase', () => {
    expect(wordsToHide(typed(...'hunteX', '\x7f', ...'r2', '\r'))).toEqual(['hunter2']);
    expect(wordsToHide(typed('huntXX\b\ber2\r\n'))).toEqual(['hunter2']);
  });

  test('is looked for from four characters on: shorter ones stand in too many other words', () => {
    expect(SHORTEST_WORD).toBe(4);
    expect(wordsToHide(typed('7\r\n', 'abc\r\n', '1234\r\n'))).toEqual(['1234']);
  });

  test('is not looked for everywhere where only its echo is to be hidden', () => {
    const secrets = rememberTyped(noTypedSecrets, { text: 'root\r\n', isWanted: false });
    expect(wordsToHide(secrets)).toEqual([]);
    expect(takeEcho(secrets, 'root\r\n').size).toBe(4);
  });

  test('is bounded, however much it is', () => {
    const secrets = typed(...Array.from({ length: 500 }, (_, index) => `secret ${String(index)} ${'x'.repeat(5_000)}\r\n`));
    expect(wordsToHide(secrets).join('').length).toBeLessThanOrEqual(64 * 1_024);
    expect(secrets.awaitedEcho.length).toBeLessThanOrEqual(1_024);
  });
});

describe('an echo', () => {
  const echoSizes = (secrets: TypedSecrets, ...said: readonly string[]): readonly number[] => {
    let now = secrets;
    return said.map((text) => {
      const { size, secrets: next } = takeEcho(now, text);
      now = next;
      return size;
    });
  };

  test('is known however short it is and however it is cut', () => {
    expect(echoSizes(typed('7\r\n'), '7\r\n', '7\r\n')).toEqual([1, 0]);
    expect(echoSizes(typed('7\r\n'), '7')).toEqual([1]);
    expect(echoSizes(typed('abc\r\n'), 'a', 'b', 'c', '\r\n', 'abc\r\n')).toEqual([1, 1, 1, 0, 0]);
    expect(echoSizes(typed('hunter2\r\n'), 'hunt', 'er2> ok')).toEqual([4, 3]);
  });

  test('is what comes next, or nothing', () => {
    expect(echoSizes(typed('hunter2\r\n'), '\r\n', 'hunter2\r\n')).toEqual([0, 0]);
    expect(echoSizes(typed('y\r\n'), 'yes\r\n')).toEqual([0]);
    expect(echoSizes(noTypedSecrets, 'hunter2\r\n')).toEqual([0]);
  });
});
