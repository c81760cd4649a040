import { describe, expect, test } from 'vitest';

import { KeptLines } from '../../../electron/console/kept-lines.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';

const received = (text: string): SessionEvent => ({ kind: 'received', atMs: 1, bytes: Buffer.from(text) });
const sent = (text: string): SessionEvent => ({ kind: 'sent', atMs: 1, bytes: Buffer.from(text), isSecret: false });
const masked = (text: string): SessionEvent => ({ kind: 'sent', atMs: 1, bytes: Buffer.from(text), isSecret: true });
const willEcho: SessionEvent = { kind: 'telnet', atMs: 1, side: 'peer', signal: { kind: 'negotiation', word: 'will', option: 1 } };

function said(lines: readonly (TranscriptLine | null)[]): readonly string[] {
  return lines.map((line) => (line === null ? '' : line.kind === 'note' ? line.event.kind : Buffer.from(line.bytes).toString()));
}

test('a line is given once it is whole, however it was cut, and numbers have no gap', () => {
  const lines = new KeptLines('tcp');
  const given = [received('22'), received('0 ready\r\n331 '), received('more\n')].flatMap((event) => lines.add(event, true));
  expect(said(given)).toEqual(['220 ready\r\n', '331 more\n']);
  expect(given.map(({ number }) => number)).toEqual([1, 2]);
});

test('a prompt is given once it did not grow, half a line the person types is not', () => {
  const lines = new KeptLines('tcp');
  lines.add(received('logi'), true);
  expect(lines.openLine(true)).toBe(null);
  lines.add(received('n: '), true);
  expect(lines.openLine(true)).toBe(null);
  expect(said([lines.openLine(true)])).toEqual(['login: ']);
  expect(lines.isOpenLineDue).toBe(false);
  expect(said(lines.add(sent('PASS hun'), true))).toEqual(['login: ']);
  expect(lines.openLine(true)).toBe(null);
  expect(lines.openLine(true)).toBe(null);
  expect(said(lines.add(sent('ter2\r\n'), true))).toEqual(['PASS [hidden]\r\n']);
});

test('what answers a question for a secret is hidden, also where the question has no line end', () => {
  const lines = new KeptLines('tcp');
  lines.add(received('Password: '), true);
  expect(lines.hides('hunter2')).toBe(true);
  expect(said(lines.add(sent('hunter2\r\n'), true))).toEqual(['Password: ', '[hidden]\r\n']);
  expect(lines.hides('hunter2')).toBe(false);
});

test('an event of a megabyte of empty lines loses none', () => {
  const lines = new KeptLines('tcp');
  expect(lines.add(received('\n'.repeat(100_000)), true)).toHaveLength(100_000);
});

test('each datagram is a line of its own, also a large one', () => {
  const lines = new KeptLines('udp');
  const given = [received('a'), received('x'.repeat(60_000)), received('b')].flatMap((event) => lines.add(event, true));
  expect(given.length).toBeGreaterThanOrEqual(3);
  expect(said(given).join('')).toBe(`a${'x'.repeat(60_000)}b`);
});

test('the end of a session gives the line that was never ended', () => {
  const lines = new KeptLines('tcp');
  lines.add(received('no line feed'), true);
  expect(said(lines.finish(true))).toEqual(['no line feed']);
  expect(lines.finish(true)).toEqual([]);
});

/** What is kept of what the peer said, joined. */
function keptOf(...events: readonly SessionEvent[]): string {
  const lines = new KeptLines('tcp');
  const given = [...events.flatMap((event) => lines.add(event, true)), ...lines.finish(true)];
  return said(given.filter(({ kind }) => kind === 'received')).join('');
}

describe('what was typed masked and comes back in clear', () => {
  test('is hidden in its echo and wherever it comes later, but for what was asked and answered', () => {
    const said = ['Password: ', 'hunter2\r\n', 'wrong: hunter2\r\n> '].map(received);
    expect(keptOf(said[0]!, masked('hunter2\r\n'), said[1]!, said[2]!, sent('ls\r\n'), received('a hunter2 b\r\n'))).toBe(
      'Password: [hidden]\r\nwrong: [hidden]\r\n> a [hidden] b\r\n',
    );
  });

  test('is hidden however its way is cut', () => {
    for (let cut = 1; cut < 'hunter2'.length; cut += 1) {
      const parts = ['hunter2'.slice(0, cut), `${'hunter2'.slice(cut)}\r\nit was hunter2`].map(received);
      const kept = keptOf(received('Password: '), masked('hunter2\n'), ...parts);
      expect(kept, String(cut)).toBe('Password: [hidden]\r\nit was [hidden]');
    }
    const bytes = Array.from('hunter2\r\n', received);
    expect(keptOf(received('Password: '), masked('hunter2\n'), ...bytes)).toBe('Password: [hidden]\r\n');
  });

  test('is hidden where a long line is cut in the middle of it', () => {
    for (let cut = 1; cut < 'hunter2'.length; cut += 1) {
      const kept = keptOf(
        received('Password: '),
        masked('hunter2\n'),
        received('\r\n'),
        received(`${'x'.repeat(4_096 - cut)}hunter2 yz\n`),
      );
      expect(kept.replace(/x+/u, 'x'), String(cut)).toMatch(/^Password: \r\nx(?:h|(?:\[hidden\]))\[hidden\] yz\n$/u);
    }
  });

  test('is hidden in a line that is not whole yet, its beginning too', () => {
    const lines = new KeptLines('tcp');
    for (const event of [received('Password: '), masked('hunter2\n'), received('\r\n'), received('it was hunt')]) lines.add(event, true);
    lines.openLine(true);
    expect(said([lines.openLine(true)])).toEqual(['it was [hidden]']);
  });

  test('is hidden key by key where a Telnet server echoes, and other words stay', () => {
    const keys = (text: string): readonly SessionEvent[] => Array.from(text).flatMap((key) => [masked(key), received(key)]);
    const kept = keptOf(
      ...[willEcho, received('login: '), ...keys('root'), masked('\r\n'), received('\r\nPassword: ')],
      ...[...keys('hunter2'), masked('\r\n'), received('\r\nroot logged in with hunter2\r\n# ')],
    );
    expect(kept.replaceAll(/(?:\[hidden\])+/gu, '[hidden]')).toBe(
      'login: [hidden]\r\nPassword: [hidden]\r\nroot logged in with [hidden]\r\n# ',
    );
  });

  test('is hidden alone where it is one character', () => {
    expect(keptOf(received('PIN: '), masked('7\r\n'), received('7\r\n7 of 77 tries are left\r\n'))).toBe(
      'PIN: [hidden]\r\n7 of 77 tries are left\r\n',
    );
  });

  test('is hidden where the answer to a question was typed in clear, too', () => {
    expect(keptOf(received('331 Please specify the password.\r\n'), sent('PASS hunter2\r\n'), received('530 not hunter2\r\n'))).toBe(
      '331 Please specify the password.\r\n530 not [hidden]\r\n',
    );
    expect(keptOf(received('Password: '), sent('hunter2\r\n'), received('hunter2\r\n'))).toBe('Password: [hidden]\r\n');
  });
});
