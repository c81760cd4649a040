import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { purgeTranscripts, expireTranscripts } from '../../../../electron/store/transcripts/expire-transcripts.ts';
import { findHost } from '../../../../electron/store/hosts/find-host.ts';
import { carryOut } from '../../../../electron/store/in-slices.ts';
import { listTranscripts } from '../../../../electron/store/transcripts/list-transcripts.ts';
import { beginMerge, CHECKS_TO_MERGE, mergeSlice } from '../../../../electron/store/hosts/merge-hosts.ts';
import { beginPurge, CHECKS_TO_PURGE, purgeSlice } from '../../../../electron/store/hosts/purge-hosts.ts';
import { findTranscript, readTranscript } from '../../../../electron/store/transcripts/read-transcript.ts';
import { removeTranscripts, restoreTranscripts } from '../../../../electron/store/transcripts/remove-transcripts.ts';
import { renameHost } from '../../../../electron/store/hosts/rename-host.ts';
import { saveChecks } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore, type Store } from '../../../../electron/store/store.ts';
import { appendTranscripts, beginTranscript } from '../../../../electron/store/transcripts/transcripts.ts';
import { restoreHosts, trashHosts } from '../../../../electron/store/hosts/trash.ts';
import { fillSessionRequest } from '../../../../shared/console/session-request.ts';
import type { TranscriptState } from '../../../../shared/console/transcript-append.ts';
import type { TranscriptLine } from '../../../../shared/console/transcript-line.ts';
import { TRANSCRIPT_HEAD_BYTES, TRANSCRIPT_LIMIT_BYTES } from '../../../../shared/console/transcript-summary.ts';
import { expectConsistent } from '../expect-consistent.ts';
import { openForTest, temporaryFolder } from '../open-for-test.ts';
import { exitCode, processFile, start } from '../run-process.ts';
import { checkOf } from '../sample-check.ts';

const goOn = new AbortController().signal;

const state: TranscriptState = {
  isSentKept: false,
  connectionCount: 1,
  receivedBytes: 0,
  sentBytes: 0,
  lineCount: 1,
  skippedBytes: 0,
  end: null,
  atMs: 10,
};

function lineOf(number: number, said: string | Uint8Array): TranscriptLine {
  const bytes = typeof said === 'string' ? Buffer.from(said) : said;
  return { kind: 'received', number, atMs: number, bytes, sizeBytes: bytes.length, offsetBytes: 0, withheld: null, isRedacted: false };
}

function begin(store: Store, host: string, startedAtMs = 1): number {
  const target = { host, port: 21, transport: 'tcp' } as const;
  const begun = beginTranscript(store, {
    target,
    side: 'dialled',
    request: fillSessionRequest({ target }),
    isSentKept: false,
    startedAtMs,
  });
  if (begun.kind === 'not_written') throw new Error(begun.problem.detail);
  return begun.value;
}

/** A whole transcript that says this. */
function keep(store: Store, host: string, said: string, startedAtMs = 1): number {
  const transcriptId = begin(store, host, startedAtMs);
  appendTranscripts(store, [{ transcriptId, lines: [lineOf(1, said)], openLine: null, state: { ...state, atMs: startedAtMs } }]);
  return transcriptId;
}

function idsOf(store: Store, wanted: Partial<Parameters<typeof listTranscripts>[1]> = {}): readonly number[] {
  const listed = listTranscripts(store, { limit: 200, ...wanted });
  return listed.kind === 'listed' ? listed.rows.map(({ id }) => id) : [];
}

function textOf(store: Store, transcriptId: number): string {
  let said = '';
  for (let after: number | null = null, isEnd = false; !isEnd;) {
    const part = readTranscript(store, { transcriptId, after });
    if (part.kind === 'unreadable') throw new Error(part.problem.detail);
    said += part.rows.map((line) => (line.kind === 'note' ? '' : Buffer.from(line.bytes).toString())).join('');
    after = part.next;
    isEnd = after === null;
  }
  return said;
}

async function finish(work: AsyncIterable<unknown>): Promise<void> {
  for await (const _step of work);
}

describe('a transcript', () => {
  test('belongs to its host, which is made when it is new and taken back when it was deleted', () => {
    const store = openForTest();
    const id = keep(store, 'new.example', '220 hello\r\n');
    expect(findHost(store, 'new.example')).toMatchObject({ value: { checkCount: 0, endpoints: [{ port: 21, lastOutcome: null }] } });
    trashHosts(store, { hostIds: [1], nowMs: 1 });
    expect(idsOf(store)).toEqual([]);
    expect(findTranscript(store, id)).toEqual({ kind: 'read', value: null });
    const second = keep(store, 'new.example', '220 again\r\n', 2);
    expect(idsOf(store)).toEqual([second, id]);
    expectConsistent(store);
  });

  test('is read again as it was written, the line that may go on at its end until it went on', () => {
    const store = openForTest();
    const transcriptId = begin(store, 'a.example');
    const note: TranscriptLine = {
      kind: 'note',
      number: 2,
      atMs: 2,
      event: { kind: 'telnet', atMs: 2, side: 'peer', signal: { kind: 'subnegotiation', option: 24, body: Uint8Array.of(1, 255) } },
    };
    const lines = [lineOf(1, Uint8Array.of(0, 255, 10)), note];
    appendTranscripts(store, [{ transcriptId, lines, openLine: lineOf(3, 'log'), state }]);
    expect(readTranscript(store, { transcriptId, after: null })).toMatchObject({ rows: [lines[0], note, { number: 3 }], next: null });
    appendTranscripts(store, [{ transcriptId, lines: [lineOf(3, 'login: x\n')], openLine: null, state }]);
    expect(textOf(store, transcriptId).slice(-9)).toBe('login: x\n');
  });

  test('is bounded: its beginning and the newest stay, what went is counted', () => {
    const store = openForTest();
    const transcriptId = begin(store, 'a.example');
    const chunk = 65_536;
    const count = (TRANSCRIPT_LIMIT_BYTES * 1.5) / chunk;
    for (let number = 1; number <= count; number += 1) {
      const line = lineOf(number, Buffer.alloc(chunk, String.fromCodePoint(97 + (number % 26))));
      appendTranscripts(store, [{ transcriptId, lines: [line], openLine: null, state: { ...state, lineCount: number } }]);
    }
    const found = findTranscript(store, transcriptId);
    const summary = found.kind === 'read' ? found.value?.summary : undefined;
    expect(summary?.keptBytes).toBeLessThanOrEqual(TRANSCRIPT_LIMIT_BYTES);
    expect(summary?.keptBytes).toBeGreaterThan(TRANSCRIPT_LIMIT_BYTES - 3 * chunk);
    expect((summary?.keptBytes ?? 0) + (summary?.droppedBytes ?? 0)).toBe(count * chunk);
    const numbers: number[] = [];
    for (let after: number | null = null, isEnd = false; !isEnd;) {
      const part = readTranscript(store, { transcriptId, after });
      if (part.kind !== 'listed') throw new Error(part.kind);
      numbers.push(...part.rows.map((line) => line.number));
      after = part.next;
      isEnd = after === null;
    }
    expect(numbers.slice(0, TRANSCRIPT_HEAD_BYTES / chunk)).toEqual(
      Array.from({ length: TRANSCRIPT_HEAD_BYTES / chunk }, (_, index) => index + 1),
    );
    expect(numbers.at(-1)).toBe(count);
  });

  test('is found by any words that were said in it, whatever their case, and by the names of its host', () => {
    const store = openForTest();
    const first = keep(store, 'a.example', '220 ProFTPD Server\r\n');
    const second = keep(store, 'b.example', 'SSH-2.0-OpenSSH\u202e_9.6\r\n', 2);
    expect(idsOf(store, { text: 'proftpd' })).toEqual([first]);
    expect(idsOf(store, { text: 'server 220' })).toEqual([first]);
    expect(idsOf(store, { text: 'server openssh' })).toEqual([]);
    expect(idsOf(store, { text: '\\u{202e}' })).toEqual([second]);
    expect(idsOf(store, { text: 'b.example ssh' })).toEqual([second]);
    expect(idsOf(store, { text: "' OR 1=1 --" })).toEqual([]);
  });

  test('is listed newest first in pages that leave none out, of one host or of all', () => {
    const store = openForTest();
    for (let index = 0; index < 250; index += 1)
      keep(store, index % 2 === 0 ? 'a.example' : 'b.example', `${index} said\n`, Math.floor(index / 3));
    const all: number[] = [];
    let after: Parameters<typeof listTranscripts>[1]['after'] = null;
    do {
      const listed = listTranscripts(store, { limit: 60, after, text: 'said' });
      if (listed.kind !== 'listed') throw new Error(listed.kind);
      all.push(...listed.rows.map(({ id }) => id));
      after = listed.next;
    } while (after !== null);
    expect(all).toEqual(Array.from({ length: 250 }, (_, index) => 250 - index));
    expect(idsOf(store, { hostId: 2 })).toHaveLength(125);
  });

  test('with a damaged part gives the others, and says so', () => {
    const store = openForTest();
    const transcriptId = keep(store, 'a.example', 'first\n');
    for (const number of [2, 3])
      appendTranscripts(store, [{ transcriptId, lines: [lineOf(number, `${number}\n`)], openLine: null, state }]);
    store.database.exec('UPDATE transcript_chunks SET heads = \'[["r",1,1,900,1,0,null,0]]\' WHERE number = 2');
    expect(readTranscript(store, { transcriptId, after: null })).toMatchObject({
      rows: [{ number: 1 }, { number: 3 }],
      unreadableCount: 1,
    });
    store.database.exec('UPDATE transcripts SET "end" = \'x\'');
    expect(listTranscripts(store, { limit: 10 })).toMatchObject({ rows: [], unreadableCount: 1 });
  });
});

describe('what becomes of hosts', () => {
  test('merging brings the transcripts over, also of a session that still goes on', async () => {
    const store = openForTest();
    const id = begin(store, 'short');
    keep(store, 'long.example', 'other\n');
    beginMerge(store, { hostId: 1, intoHostId: 2, nowMs: 5 });
    expect(appendTranscripts(store, [{ transcriptId: id, lines: [lineOf(1, 'later\n')], openLine: null, state }])).toEqual({
      kind: 'committed',
      value: new Set(),
    });
    await finish(carryOut(store, { slice: mergeSlice, countLeft: CHECKS_TO_MERGE }, goOn));
    expect(idsOf(store, { hostId: 2 })).toHaveLength(2);
    expect(textOf(store, id)).toBe('later\n');
    expect(idsOf(store, { hostId: 1 })).toEqual([]);
    expectConsistent(store);
  });

  test('renaming keeps them, and a session with the former name joins them', () => {
    const store = openForTest();
    keep(store, 'before.example', 'x\n');
    renameHost(store, { hostId: 1, host: 'after.example' });
    keep(store, 'before.example', 'y\n', 2);
    expect(listTranscripts(store, { limit: 10, hostId: 1 })).toMatchObject({
      rows: [{ host: 'after.example' }, { host: 'after.example' }],
    });
  });

  test('the trash hides them and gives them back; purging leaves nothing of them in the file', async () => {
    const store = openForTest();
    saveChecks(store, [checkOf('a.example', 80)]);
    const id = keep(store, 'a.example', 'words-nobody-else-said\n');
    for (let number = 2; number < 60; number += 1)
      appendTranscripts(store, [{ transcriptId: id, lines: [lineOf(number, 'words-nobody-else-said\n')], openLine: null, state }]);
    trashHosts(store, { hostIds: [1], nowMs: 5 });
    restoreHosts(store, [1]);
    expect(idsOf(store)).toEqual([id]);
    trashHosts(store, { hostIds: [1], nowMs: 5 });
    beginPurge(store, 10);
    await finish(carryOut(store, { slice: purgeSlice, countLeft: CHECKS_TO_PURGE }, goOn));
    expect(appendTranscripts(store, [{ transcriptId: id, lines: [], openLine: null, state }])).toEqual({
      kind: 'committed',
      value: new Set([id]),
    });
    for (const table of ['hosts', 'transcripts', 'transcript_chunks']) {
      expect(store.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    expect(store.database.serialize().includes('words-nobody-else-said')).toBe(false);
    expectConsistent(store);
  });
});

describe('removing', () => {
  test('can be taken back until it is purged', async () => {
    const store = openForTest();
    const [first, second] = [keep(store, 'a.example', 'a\n'), keep(store, 'a.example', 'b\n', 2)];
    expect(removeTranscripts(store, { transcriptIds: [first, second], nowMs: 100 })).toEqual({ kind: 'written' });
    expect(idsOf(store)).toEqual([]);
    expect(restoreTranscripts(store, [second])).toEqual({ kind: 'written' });
    await finish(purgeTranscripts(store, 50, goOn));
    expect(restoreTranscripts(store, [first])).toEqual({ kind: 'written' });
    removeTranscripts(store, { transcriptIds: [first], nowMs: 100 });
    await finish(purgeTranscripts(store, 101, goOn));
    expect(restoreTranscripts(store, [first])).toEqual({ kind: 'gone' });
    expect(idsOf(store)).toEqual([second]);
    expect(store.database.prepare('SELECT count(*) FROM transcript_chunks').pluck().get()).toBe(1);
  });

  test('by age goes by the days failures are kept, and leaves what is in the trash', async () => {
    const store = openForTest();
    const day = 86_400_000;
    const [old, fresh, trashed] = [
      keep(store, 'a.example', 'a\n', 1),
      keep(store, 'a.example', 'b\n', 20 * day),
      keep(store, 'b.example', 'c\n', 1),
    ];
    trashHosts(store, { hostIds: [2], nowMs: 1 });
    const keeping = { perHost: null, inAll: null };
    const none = { successes: { days: 1, ...keeping }, failures: { days: null, ...keeping } };
    await finish(expireTranscripts(store, { policy: none, nowMs: 30 * day }, goOn));
    expect(idsOf(store)).toEqual([fresh, old]);
    const policy = { successes: { days: 1, ...keeping }, failures: { days: 15, ...keeping } };
    await finish(expireTranscripts(store, { policy, nowMs: 30 * day }, goOn));
    restoreHosts(store, [2]);
    expect(idsOf(store)).toEqual([fresh, trashed]);
  });
});

describe('a process that is killed in the middle of a session', () => {
  test('leaves every line it said was kept, and a transcript that can be read, 12 times', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 12; round += 1) {
      const child = start([process.execPath, processFile('keep-transcript.ts'), folder, round % 2 === 0 ? '30' : '800']);
      const output = text(child.stdout);
      await once(child.stdout, 'data');
      await pause(400 + ((round * 97) % 700));
      child.kill('SIGKILL');
      await exitCode(child);
      const [id, lineCount, problem] = (await output).split('\n').at(-2)?.split(' ') ?? [];
      expect(problem).toBe('kept');
      const store = openForTest(folder);
      expect(store.database.pragma('quick_check', { simple: true })).toBe('ok');
      expect(findTranscript(store, Number(id))).toMatchObject({ value: { summary: { end: null } } });
      const said = textOf(store, Number(id)).split('\n');
      for (let number = 1; number <= Number(lineCount); number += 1) expect(said[number - 1]).toContain(`line ${number} `);
      closeStore(store);
    }
  }, 120_000);
});
