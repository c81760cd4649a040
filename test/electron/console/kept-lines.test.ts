import { expect, test } from 'vitest';

import { KeptLines } from '../../../electron/console/kept-lines.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import type { TranscriptLine } from '../../../shared/console/transcript-line.ts';

const received = (text: string): SessionEvent => ({ kind: 'received', atMs: 1, bytes: Buffer.from(text) });
const sent = (text: string): SessionEvent => ({ kind: 'sent', atMs: 1, bytes: Buffer.from(text), isSecret: false });

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
