import { describe, expect, test } from 'vitest';

import { exportBytes, exportJsonLines, exportText } from '../../../shared/console/export-transcript.ts';
import { keepableLines } from '../../../shared/console/keep-transcript.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { Transcript } from '../../../shared/console/transcript.ts';

const atMs = Date.UTC(2026, 10, 20, 14, 38, 2, 114);
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function login(): Transcript {
  const transcript = new Transcript('tcp');
  const events: readonly SessionEvent[] = [
    { kind: 'received', atMs, bytes: bytesOf('220 hi\xff\r\n') },
    { kind: 'sent', atMs, bytes: bytesOf('USER joe\r\n'), isSecret: false },
    { kind: 'received', atMs, bytes: bytesOf('331 Please specify the password.\r\n') },
    { kind: 'sent', atMs, bytes: bytesOf('PASS hunter2\r\n'), isSecret: false },
    { kind: 'received', atMs, bytes: bytesOf('230 token=hunter2\r\n') },
    { kind: 'sent', atMs, bytes: bytesOf('hunter2\r\n'), isSecret: true },
    { kind: 'telnet', atMs, side: 'peer', signal: { kind: 'subnegotiation', option: 24, body: Uint8Array.of(1) } },
  ];
  for (const event of events) transcript.add(event);
  return transcript;
}

const text = (transcript: Transcript, isSentKept: boolean): string =>
  [...exportText(keepableLines(transcript.lines(), { isSentKept }), { encoding: 'utf-8', describe: ({ kind }) => kind, withheld: ({ withheld, sizeBytes }) => `${withheld} ${sizeBytes}` })].join(''); // prettier-ignore

describe('what is written of a session', () => {
  test('holds no sent text unless the person asked for it', () => {
    expect(text(login(), false)).toBe(
      [
        '2026-11-20T14:38:02.114Z < 220 hi\\xff',
        '2026-11-20T14:38:02.114Z > sent 10',
        '2026-11-20T14:38:02.114Z < 331 Please specify the password.',
        '2026-11-20T14:38:02.114Z > sent 14',
        '2026-11-20T14:38:02.114Z < 230 token=[hidden]',
        '2026-11-20T14:38:02.114Z > secret 9',
        '2026-11-20T14:38:02.114Z - telnet',
        '',
      ].join('\n'),
    );
  });

  test('holds no credential where sent text is kept', () => {
    const kept = text(login(), true);
    expect(kept).toContain('> USER joe\n');
    expect(kept).toContain('> PASS [hidden]\n');
    expect(kept).not.toContain('hunter2');
  });

  describe('holds no part of a credential too long for one line,', () => {
    // No two kilobytes of it are alike, and none of it looks like one.
    const long = Array.from({ length: 3_000 }, (_, index) => `s${index}`).join('');
    const body = 'x'.repeat(2_000);
    test.each([
      [
        'the rest of its line',
        '',
        `Authorization: Negotiate ${long}\r\nHost: a\r\n`,
        `Authorization: Negotiate [hidden][hidden]+\r\nHost: a\r\n`,
      ],
      ['with blanks in it', '', `Cookie: a=${long}; b=${long}\r\nHost: a\r\n`, `Cookie: [hidden][hidden]+\r\nHost: a\r\n`],
      ['in quotes', '', `${body}"token": "${long} x", "y": 1\n`, `${body}"token": [hidden][hidden]+", "y": 1\n`],
      ['in single quotes', '', `${body} token='${long} x' y=1\n`, `${body} token=[hidden][hidden]+' y=1\n`],
      ['without quotes', '', `${body}?token=${long}&y=1 z\n`, `${body}\\?token=[hidden][hidden]+&y=1 z\n`],
      ['in XML', '', `<password>${long} x</password><y>1</y>\n`, `<password>[hidden][hidden]+</password><y>1</y>\n`],
      ['that was asked for', 'Password: ', `${long}\r\nls\r\n`, `[hidden][hidden]+\r\nls\r\n`],
    ])('%s', (_, question, said, kept) => {
      const whole = kept.replaceAll('[hidden]', '(?:\\[hidden\\])');
      const transcript = new Transcript('tcp');
      if (question !== '') transcript.add({ kind: 'received', atMs, bytes: bytesOf(question) });
      transcript.add({ kind: 'sent', atMs, bytes: bytesOf(said), isSecret: false });
      const lines = keepableLines(transcript.lines(), { isSentKept: true });
      expect(Buffer.concat([...exportBytes(lines, 'sent')]).toString('latin1')).toMatch(new RegExp(`^${whole}$`, 'u'));
    });

    test('also where an echo comes between its parts', () => {
      const transcript = new Transcript('tcp');
      const said = bytesOf(`PASS ${long}\r\n`);
      for (let start = 0; start < said.length; start += 4_096)
        for (const kind of ['sent', 'received'] as const)
          transcript.add({ kind, atMs, bytes: said.subarray(start, start + 4_096), isSecret: false });
      const lines = keepableLines(transcript.lines(), { isSentKept: true });
      for (const side of ['sent', 'received'] as const)
        expect(Buffer.concat([...exportBytes(lines, side)]).toString('latin1')).toMatch(/^PASS (?:\[hidden\])+\r\n$/u);
    });
  });

  describe('holds no credential where a long line is cut before it is known to be one,', () => {
    test.each([
      ['in its name', '"password": "hunter2", "b"'],
      ['in a query', '?access_token=hunter2&b=1'],
      ['in a header', 'Authorization: Basic hunter2'],
      ['in a URL', 'postgres://joe:hunter2@db1/shop'],
      ['in quotes', "IDENTIFIED BY 'hunter2' ;"],
      ['in an option', 'sshpass -p hunter2 ssh db1'],
      ['of a known maker', 'ghp_hunter2hunter2hunter2hunter2hunter2hunter2 b'],
    ])('%s, wherever that is', (_, words) => {
      for (let cut = 1; cut < words.length; cut += 1) {
        const transcript = new Transcript('tcp');
        transcript.add({ kind: 'received', atMs, bytes: bytesOf(`${'x'.repeat(4_095 - cut)} ${words} after\n`) });
        expect(transcript.lineCount).toBe(2);
        const kept = keepableLines(transcript.lines(), { isSentKept: true });
        const whole = Buffer.concat([...exportBytes(kept, 'received')]).toString('latin1');
        // No half of it either.
        expect(whole, String(cut)).not.toMatch(/hunt|nter|er2/u);
        expect(whole.slice(0, 4_095 - cut)).toBe('x'.repeat(4_095 - cut));
      }
    });

    test('and leaves what is none', () => {
      const words = 'the password was changed, see https://a.example/b at 10:30, tokens=3';
      for (let cut = 1; cut < words.length; cut += 1) {
        const transcript = new Transcript('tcp');
        transcript.add({ kind: 'received', atMs, bytes: bytesOf(`${'x'.repeat(4_095 - cut)} ${words}\n`) });
        const kept = keepableLines(transcript.lines(), { isSentKept: true });
        const whole = Buffer.concat([...exportBytes(kept, 'received')]).toString('latin1');
        // But for a name that may have been a user's.
        expect(whole.replace(/https:\/\/\[hidden\][a.exmpl]*\/b/u, 'https://a.example/b'), String(cut)).toContain(` ${words}\n`);
      }
    });
  });

  test('is exact but for what was hidden', () => {
    const lines = keepableLines(login().lines(), { isSentKept: true });
    const received = Buffer.concat([...exportBytes(lines, 'received')]).toString('latin1');
    expect(received).toBe('220 hi\xff\r\n331 Please specify the password.\r\n230 token=[hidden]\r\n');
    expect(Buffer.concat([...exportBytes(lines, 'sent')]).toString('latin1')).toBe('USER joe\r\nPASS [hidden]\r\n');
  });

  test('is JSON Lines for programs', () => {
    const lines = [...exportJsonLines(keepableLines(login().lines(), { isSentKept: false }), 'utf-8')].map(
      (line) => JSON.parse(line) as unknown,
    );
    expect(lines[0]).toEqual({
      at: '2026-11-20T14:38:02.114Z',
      kind: 'received',
      sizeBytes: 9,
      isRedacted: false,
      text: '220 hi\\xff',
      hex: '323230206869ff0d0a',
    });
    expect(lines[1]).toEqual({ at: '2026-11-20T14:38:02.114Z', kind: 'sent', sizeBytes: 10, withheld: 'sent' });
    expect(lines[6]).toEqual({
      at: '2026-11-20T14:38:02.114Z',
      kind: 'telnet',
      side: 'peer',
      signal: { kind: 'subnegotiation', option: 24, body: '01' },
    });
  });
});
