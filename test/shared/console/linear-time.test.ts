import { describe, expect, test } from 'vitest';

import { toDisplay } from '../../../shared/console/display.ts';
import { formatHexRow, hexRows } from '../../../shared/console/hex-rows.ts';
import { createLineFeedConverter } from '../../../shared/console/line-feed-converter.ts';
import { redactText } from '../../../shared/console/redact.ts';
import { startTelnet } from '../../../shared/console/telnet-state.ts';
import { receiveTelnet, sendTelnet } from '../../../shared/console/telnet.ts';
import { Transcript } from '../../../shared/console/transcript.ts';
import { createVisibleStream } from '../../../shared/console/visible-stream.ts';
import { leastProcessorTimeMs } from '../../support/processor-time.ts';

type Work = (bytes: Uint8Array) => void;

const inPieces = (bytes: Uint8Array, sizeBytes: number, take: Work): void => {
  for (let start = 0; start < bytes.length; start += sizeBytes) take(bytes.subarray(start, start + sizeBytes));
};

/** Every way bytes of a peer go, whole and one by one. */
const works: Readonly<Record<string, Work>> = {
  toDisplay: (bytes) => void toDisplay(bytes),
  'a visible stream, whole': (bytes) => void createVisibleStream('utf-8').add(bytes),
  'a visible stream, byte by byte': (bytes) => {
    const stream = createVisibleStream('utf-8');
    inPieces(bytes, 1, (piece) => void stream.add(piece));
  },
  'Telnet, received whole': (bytes) => void receiveTelnet(startTelnet('terminal'), bytes),
  'Telnet, received byte by byte': (bytes) => {
    let state = startTelnet('terminal');
    inPieces(bytes, 1, (piece) => ({ state } = receiveTelnet(state, piece)));
  },
  'Telnet, sent': (bytes) => void sendTelnet(startTelnet('refuse'), bytes),
  'a transcript, byte by byte': (bytes) => {
    const transcript = new Transcript('tcp');
    inPieces(bytes, 1, (piece) => transcript.add({ kind: 'received', atMs: 0, bytes: piece }));
  },
  'hex rows': (bytes) => void hexRows(bytes, 0).map(formatHexRow),
  'line feeds': (bytes) => void createLineFeedConverter('crlf')(bytes),
  redactText: (bytes) => void redactText(Buffer.from(bytes).toString('latin1')),
};

/** What is worst for one reader or another: nothing to find, nothing but finds, beginnings that never end. */
const floods = [
  'a',
  '\n',
  '\r\n',
  '\x1b[',
  '\x9b',
  '\xff',
  '\xff\xfa\x18',
  '\xff\xfb\x01',
  '\xcc\x81',
  'e\xcc\x81',
  '\xe2\x80\xae',
  '\xf0\x9f',
  'password=',
  'AUTH ',
];

const SMALL_BYTES = 8_192;
const TIMES = 8;

const flood = (pattern: string, sizeBytes: number): Uint8Array =>
  Buffer.from(pattern.repeat(Math.ceil(sizeBytes / pattern.length)), 'latin1').subarray(0, sizeBytes);

describe('eight times the bytes take some eight times as long, and nowhere near the 64 of quadratic time', () => {
  test.each(Object.entries(works))(
    '%s',
    (_, work) => {
      for (const pattern of floods) {
        const [few, many] = [flood(pattern, SMALL_BYTES), flood(pattern, SMALL_BYTES * TIMES)];
        const smallMs = leastProcessorTimeMs(4, () => work(few));
        const largeMs = leastProcessorTimeMs(4, () => work(many));
        // Below that the clock, the compiler and the memory decide.
        expect(largeMs / Math.max(smallMs, 2), JSON.stringify(pattern)).toBeLessThan(32);
      }
    },
    240_000,
  );
});
