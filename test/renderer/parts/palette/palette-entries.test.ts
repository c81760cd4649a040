import { describe, expect, test } from 'vitest';

import { commandGroups } from '../../../../renderer/parts/palette/command-entries.ts';
import { checkEntry, hostEntry, typedEntry } from '../../../../renderer/parts/palette/found-entries.ts';
import { commandIds, type CommandId } from '../../../../shared/ipc/window-commands.ts';
import type { CheckRow } from '../../../../shared/history/check-row.ts';
import { english } from '../../../../shared/text/english.ts';

const list = (typed: string, offered: readonly CommandId[] = commandIds) =>
  commandGroups({ offered, typed, words: english, perform: () => undefined });

describe('the commands of the palette', () => {
  test('are all that are offered but itself, in two groups', () => {
    const commands = list('').flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(commands.toSorted()).toEqual(
      commandIds
        .filter((id) => id !== 'palette')
        .map((id) => `command ${id}`)
        .toSorted(),
    );
    expect(list('', ['settings']).map(({ entries }) => entries.length)).toEqual([0, 1]);
  });

  test('are found by the beginnings of their words, the best first', () => {
    const [doing] = list('che ag');
    expect(doing?.entries[0]?.id).toBe('command check_again');
    expect(list('nothing is called so').flatMap(({ entries }) => entries)).toEqual([]);
  });

  test('are performed when they are taken', () => {
    const done: string[] = [];
    const groups = commandGroups({ offered: ['settings'], typed: '', words: english, perform: (command) => done.push(command) });
    groups.flatMap(({ entries }) => entries).forEach((entry) => entry.do());
    expect(done).toEqual(['settings']);
  });
});

test('a typed target can be checked, and shows how it was typed', () => {
  const entry = typedEntry('nc -vz db1 5432', english, () => undefined);
  expect(entry?.text).toEqual(['Check ', { strong: 'db1' }, ' port ', { strong: '5432' }]);
  expect(entry?.detail).toBe('nc -vz db1 5432');
  expect(typedEntry('db1:5432', english, () => undefined)?.detail).toBe('');
  for (const text of ['', 'settings', 'db1:', 'db1:70000', 'db1:1-100']) expect(typedEntry(text, english, () => undefined)).toBeNull();
});

test('a host shows what the person calls it, its name and its tags', () => {
  const host = {
    ...{
      id: 7,
      host: 'xn--bcher-kva.example',
      displayName: null,
      isFavourite: false,
      tags: ['shop'],
      lastOutcome: null,
      lastCheckedAtMs: null,
    },
    ...{ checkCount: 1, endpoints: [], endpointCount: 0, recent: [] },
  };
  const entry = hostEntry(host, english, () => undefined);
  expect([entry.text, entry.detail, entry.note]).toEqual([[{ strong: 'bücher.example' }], 'shop', '1\u00a0check']);
  expect(hostEntry({ ...host, displayName: 'Books' }, english, () => undefined).detail).toBe('bücher.example, shop');
});

test('a check shows where, what came back, and when', () => {
  const nowMs = Date.UTC(2026, 10, 20, 12);
  const check: CheckRow = {
    ...{
      id: 3,
      hostId: 7,
      host: 'db1.example',
      port: 22,
      transport: 'tcp',
      outcome: 'refused',
      startedAtMs: nowMs - 120_000,
      durationMs: 3,
    },
    ...{ vantage: 'here', address: null, replyMs: null, systemCode: 'ECONNREFUSED', cameBack: null, isChange: true },
  };
  const entry = checkEntry(check, { words: english, nowMs }, () => undefined);
  expect([entry.text, entry.detail, entry.note]).toEqual([[{ strong: 'db1.example:22' }], 'ECONNREFUSED', '2\u00a0min']);
});
