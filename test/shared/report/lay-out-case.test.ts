import { describe, expect, it } from 'vitest';

import type { Case } from '../../../shared/guidance/case.ts';
import { layOutCase } from '../../../shared/report/lay-out-case.ts';
import { english } from '../../../shared/text/english.ts';
import { englishGuidance } from '../../../shared/text/guidance/english-guidance.ts';
import { buildCheck, CHECKED_AT_MS } from '../../support/guidance/build-check.ts';

const catalogue = { words: english, guidance: englishGuidance };
const check = buildCheck({ target: '203.0.113.96:21', code: 'connection_refused', id: 7 });
const atMs = CHECKED_AT_MS;
const change = {
  cardId: 'linux_start',
  title: 'Start the service',
  command: 'sudo systemctl start vsftpd',
  undo: 'sudo systemctl stop vsftpd',
  place: 'server' as const,
  ranAtMs: atMs,
  lastsMs: null,
};
const told: Case = {
  version: 1,
  title: 'Till\u202e software',
  entries: [
    { kind: 'noted', atMs, text: 'Since lunch.' },
    { kind: 'checked', atMs, checkId: 7, target: check.target, vantage: 'customer', outcome: 'refused', durationMs: 12 },
    {
      kind: 'measured',
      atMs,
      measurement: {
        request: { kind: 'ping', address: '203.0.113.96' },
        finding: { kind: 'ping', sentCount: 4, receivedCount: 3, minMs: 1, averageMs: 2, maxMs: 3, said: null },
        vantage: 'here',
        startedAtMs: atMs,
      },
    },
    { kind: 'pasted', atMs, facts: [{ kind: 'listening', scope: 'loopback', source: 'pasted', line: '127.0.0.1:21', atMs }] },
    { kind: 'answered', atMs, inquiry: 'right_port', answer: 'yes' },
    { kind: 'ran', atMs, change },
  ],
};

describe('a case in a report', () => {
  const text = JSON.stringify(layOutCase({ case: told, check, here: 'linux', madeAtMs: atMs + 60_000, redact: (one) => one }, catalogue));

  it('tells what was noted, checked, measured, pasted, answered and run, in order', () => {
    const parts = [
      'Since lunch.',
      'Refused',
      'from customer',
      'Ping came back 3 of 4 times',
      'loopback address only',
      'Is 21 the right port?',
      'sudo systemctl start vsftpd',
    ];
    expect(parts.map((part) => text.indexOf(part))).not.toContain(-1);
    expect(parts.map((part) => text.indexOf(part))).toEqual(parts.map((part) => text.indexOf(part)).toSorted((one, other) => one - other));
  });

  it('names what is still to be undone, with its command', () => {
    expect(text).toContain('Still to be undone');
    expect(text).toContain('sudo systemctl stop vsftpd');
  });

  it('shows no invisible character of a title', () => {
    expect(text).not.toContain('\u202e');
  });

  it('leaves out what is to be left out, everywhere', () => {
    const redacted = layOutCase(
      { case: told, check, here: 'linux', madeAtMs: atMs, redact: (one) => one.replaceAll('203.0.113.96', 'address-1') },
      catalogue,
    );
    expect(JSON.stringify(redacted)).not.toContain('203.0.113.96');
  });

  it('says nothing of undoing once it is undone', () => {
    const undone: Case = { ...told, entries: [...told.entries, { kind: 'undone', atMs: atMs + 1, changeId: 1 }] };
    const after = JSON.stringify(layOutCase({ case: undone, check, here: 'linux', madeAtMs: atMs + 9, redact: (one) => one }, catalogue));
    expect(after).not.toContain('Still to be undone');
    expect(after).toContain('Start the service: undone.');
  });
});
