import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lineEndOf, lineText, type DataLine } from '../../../shared/console/transcript-line.ts';
import { Transcript } from '../../../shared/console/transcript.ts';
import { findInTranscript } from '../../../shared/console/find-in-transcript.ts';
import { processorTimeMs } from '../../support/processor-time.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function feed(transcript: Transcript, ...said: readonly (readonly ['received' | 'sent' | 'secret' | 'note', string])[]): Transcript {
  for (const [kind, text] of said) {
    if (kind === 'note') transcript.add({ kind: 'accepted', atMs: 1 });
    else if (kind === 'received') transcript.add({ kind, atMs: 1, bytes: bytesOf(text) });
    else transcript.add({ kind: 'sent', atMs: 1, bytes: bytesOf(text), isSecret: kind === 'secret' });
  }
  return transcript;
}

/** Lines as short texts: "<220 hi", ">QUIT", "-". */
const shown = (transcript: Transcript): readonly string[] =>
  transcript.lines().map((line) => (line.kind === 'note' ? '-' : `${line.kind === 'received' ? '<' : '>'}${lineText(line, 'utf-8')}`));

describe('a transcript', () => {
  test('makes lines of chunks, however they are cut, as long as the same side goes on', () => {
    const transcript = feed(new Transcript('tcp'), ['received', '220 he'], ['received', 'llo\r\n331'], ['sent', 'QU'], ['sent', 'IT\r\n'], ['received', ' x'], ['note', '']); // prettier-ignore
    expect(shown(transcript)).toEqual(['<220 hello', '<331', '>QUIT', '< x', '-']);
    expect(transcript.lines().map((line) => (line.kind === 'note' ? null : lineEndOf(line)))).toEqual(['crlf', null, 'crlf', null, null]);
    expect(transcript.counts).toMatchObject({ receivedBytes: 16, sentBytes: 6, receivedLines: 3, sentLines: 1, droppedBytes: 0 });
  });

  test('never joins datagrams', () => {
    expect(shown(feed(new Transcript('udp'), ['received', 'a'], ['received', 'b'], ['received', 'c\nd']))).toEqual([
      '<a',
      '<b',
      '<c',
      '<d',
    ]);
  });

  test('keeps every byte in its order until it is full', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (chunks) => {
        const transcript = new Transcript('tcp');
        for (const bytes of chunks) transcript.add({ kind: 'received', atMs: 0, bytes });
        const lines = transcript.lines() as readonly DataLine[];
        expect(Buffer.concat(lines.map(({ bytes }) => bytes))).toEqual(Buffer.concat(chunks));
        expect(lines.every(({ bytes }, index) => index === lines.length - 1 || bytes.indexOf(0x0a) === bytes.length - 1)).toBe(true);
        let offset = 0;
        for (const line of lines) {
          expect(line.offsetBytes).toBe(offset);
          offset += line.sizeBytes;
        }
      }),
    );
  });

  test('holds no secret: only how long it was', () => {
    const transcript = feed(new Transcript('tcp'), ['received', 'Password: '], ['secret', 'hunter2\r\n']);
    expect(transcript.lines()[1]).toMatchObject({ withheld: 'secret', sizeBytes: 9, bytes: new Uint8Array(0) });
    expect(transcript.counts.sentBytes).toBe(9);
  });

  test('goes on in the next line where a line is longer than 4 KiB, and cuts no character', () => {
    const transcript = new Transcript('tcp');
    transcript.add({ kind: 'received', atMs: 0, bytes: Buffer.from(`x${'€'.repeat(3_000)}\n`) });
    const lines = transcript.lines() as readonly DataLine[];
    expect(lines.map(({ bytes }) => bytes.length)).toEqual([4_096, 4_095, 811]);
    expect(lines.map((line) => lineText(line, 'utf-8')).join('')).toBe(`x${'€'.repeat(3_000)}`);
  });

  test('stays within two mebibytes whatever comes, and counts what it dropped', () => {
    const transcript = new Transcript('tcp');
    for (let count = 0; count < 100; count += 1) transcript.add({ kind: 'received', atMs: 0, bytes: new Uint8Array(65_536).fill(0x61) });
    const held = transcript.lines().reduce((sum, line) => sum + (line.kind === 'note' ? 0 : line.bytes.length), 0);
    expect(held).toBeLessThanOrEqual(2 * 1_024 * 1_024);
    expect(held + transcript.counts.droppedBytes).toBe(6_553_600);
    expect(transcript.firstNumber).toBe(transcript.counts.droppedLines + 1);
  });

  test('stays within 50,000 lines of a flood of line feeds', () => {
    const transcript = new Transcript('tcp');
    for (let count = 0; count < 3; count += 1) transcript.add({ kind: 'received', atMs: 0, bytes: new Uint8Array(65_536).fill(0x0a) });
    expect(transcript.lineCount).toBe(50_000);
    expect(transcript.counts.droppedLines).toBe(3 * 65_536 - 50_000);
  });

  test('takes one endless line byte by byte in linear time', () => {
    const transcript = new Transcript('tcp');
    const takenMs = processorTimeMs(() => {
      for (let count = 0; count < 500_000; count += 1) transcript.add({ kind: 'received', atMs: 0, bytes: Uint8Array.of(0x61) });
    });
    expect(takenMs).toBeLessThan(20_000);
    expect(transcript.counts.receivedLines).toBe(Math.ceil(500_000 / 4_096));
  });

  test('keeps the numbers of lines when older ones are dropped', () => {
    const transcript = new Transcript('tcp', { sizeBytes: 1_000, lineCount: 3 });
    feed(transcript, ['received', 'a\nb\nc\nd\ne\n']);
    expect(transcript.lines().map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(transcript.lines(4, 5).map(({ number }) => number)).toEqual([4]);
    expect(transcript.lines(1, 4).map(({ number }) => number)).toEqual([3]);
    expect(transcript.lines(9, 12)).toEqual([]);
  });
});

test('a search finds what is shown, upper and lower case alike, and takes no character for a pattern', () => {
  const transcript = feed(new Transcript('tcp'), ['received', '220 a.b FTP\r\n'], ['note', ''], ['sent', 'ftp \x1b[0m (x)\r\n']);
  const find = (query: string): readonly unknown[] => findInTranscript(transcript.lines(), query, 'utf-8');
  expect(find('ftp')).toEqual([{ lineNumber: 1, from: 8, to: 11 }, { lineNumber: 3, from: 0, to: 3 }]); // prettier-ignore
  expect(find('a.b')).toHaveLength(1);
  expect(find('a*b')).toEqual([]);
  expect(find('␛[0M')).toHaveLength(1);
  expect(find('(x)')).toHaveLength(1);
  expect(find('')).toEqual([]);
});
