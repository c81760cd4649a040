import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { crashFolder } from '../../../electron/diagnostics/crash-reports.ts';
import { gatherDiagnostics, type DiagnosticSources } from '../../../electron/diagnostics/gather-diagnostics.ts';
import { keepLog } from '../../../electron/logs/keep-log.ts';
import { tellLog } from '../../../electron/logs/log-entry.ts';
import { logPaths, logPlace } from '../../../electron/logs/log-file.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { findHost } from '../../../electron/store/hosts/find-host.ts';
import { setDisplayName } from '../../../electron/store/hosts/host-labels.ts';
import { addNote } from '../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../electron/store/hosts/host-tags.ts';
import type { Store, StoreOpening } from '../../../electron/store/store.ts';
import { describeDiagnostics } from '../../../shared/diagnostics/describe-diagnostics.ts';
import { usualPreferences } from '../../../shared/ipc/preferences.ts';
import { english } from '../../../shared/text/english.ts';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';

/** Begins everything private in these tests, whatever follows. */
const MARK = 'kanarie';

const nowMs = Date.parse('2026-11-20T12:00:00.000Z');

/** The disk takes every line here. */
const tellLost = (error: unknown): never => expect.unreachable(String(error));

function sources(folder: string, history: StoreOpening): DiagnosticSources {
  return {
    folder,
    history,
    madeAtMs: nowMs,
    versions: { sonde: '0.1.0', electron: '45.3.4', chromium: '146.0.1', node: '24.21.0' },
    system: { platform: 'linux', architecture: 'x64', release: `6.8.0-45-${MARK}` },
    screenScalesPercent: [100, 200],
    language: 'en',
    preferences: usualPreferences,
    lastLook: { lookedAtMs: nowMs, result: { kind: 'unreachable', code: 'ERR_NAME_NOT_RESOLVED' } },
  };
}

async function textOf(folder: string, history: StoreOpening): Promise<string> {
  return describeDiagnostics(await gatherDiagnostics(sources(folder, history)), english);
}

/** Puts a secret wherever a person or a server could. */
function plant(store: Store, secret: string): void {
  const host = `${MARK}-host.example`;
  saveChecks(store, [checkOf(host, 22, refusal), checkOf(`${MARK}.test`, 80)]);
  const found = findHost(store, host);
  if (found.kind === 'unreadable' || found.value === null) throw new Error('The host was not saved.');
  const hostId = found.value.id;
  setDisplayName(store, { hostId, displayName: `${secret} name` });
  setTags(store, { hostId, tags: [`${MARK}-tag`] });
  addNote(store, { hostId, text: secret, writtenAtMs: nowMs, editedAtMs: null });
}

describe('diagnostics', () => {
  it('tell versions, system, settings, history, crashes and faults in numbers', async () => {
    const folder = temporaryFolder();
    const store = openForTest(folder);
    saveChecks(store, [checkOf('a.test', 22), checkOf('a.test', 80), checkOf('b.test', 22)]);
    mkdirSync(join(crashFolder(folder), 'completed'), { recursive: true });
    writeFileSync(join(crashFolder(folder), 'completed', 'one.dmp'), 'x'.repeat(2_000));
    const end = keepLog({ place: logPlace(folder), codeFolder: '/opt/sonde', isDetailed: () => false, now: () => nowMs, tellLost });
    const thrown = Object.assign(new TypeError('x'), { code: 'ERR_INVALID_STATE' });
    thrown.stack = 'TypeError: x\n    at save (file:///opt/sonde/out/main/main.js:3:4)';
    tellLog({ event: 'bug', where: 'main', thrown });
    end();
    const text = await textOf(folder, { kind: 'open', store });
    expect(text).toMatch(/^Sonde 0\.1\.0\nMade at: 2026-11-20T12:00:00Z\nElectron 45\.3\.4, Chromium 146\.0\.1, Node 24\.21\.0\n/u);
    expect(text).toContain('System: linux 6.8.0 x64\nScreens: 100 %, 200 %\nLanguage: en\n');
    expect(text).toMatch(/^Settings: theme=system, zoomPercent=100, .*looksForUpdates=false/mu);
    expect(text).toMatch(/^SQLite \d+\.\d+\.\d+, schema \d+$/mu);
    expect(text).toMatch(/^History: hosts 2, checks 3, can be written$/mu);
    expect(text).toMatch(/^Sizes: [\d.]+ kB, WAL [\d.]+ [kM]?B$/mu);
    expect(text).toMatch(/^Free disk: [\d.]+ [MG]B$/mu);
    expect(text).toContain('Last look for a new version: unreachable\n');
    expect(text).toMatch(/^Crash reports on this computer: \d{4}-\d\d-\d\dT[\d:]+Z \(2\.0 kB\)$/mu);
    expect(text).toContain('Last faults: 1\n  2026-11-20T12:00:00Z main TypeError ERR_INVALID_STATE\n    save (out/main/main.js:3:4)\n');
  });

  it('have nothing private in them, whatever was typed, received, or thrown', async () => {
    // The folder has the name of a person, and so has that of the code.
    const folder = join(temporaryFolder(), `${MARK}-home`);
    mkdirSync(folder);
    const store = openForTest(folder);
    plant(store, `${MARK} note`);
    const codeFolder = `/home/${MARK}/sonde`;
    const end = keepLog({ place: logPlace(folder), codeFolder, isDetailed: () => true, now: () => nowMs, tellLost });
    onTestFinished(end);
    const secret = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          `\n    at ${MARK} (${codeFolder}/out/${MARK}.js:1:1)`,
          `","frames":["${MARK} (out/${MARK}.js:1:1)"],"x":"`,
          `\n{"at":"2026-11-20T12:00:00.000Z","event":"bug","where":"main","name":"Error","code":null,"frames":["${MARK}"]}\n`,
        ),
      )
      .map((tail) => `${MARK}${tail}`);
    await fc.assert(
      fc.asyncProperty(secret, fc.constantFrom('main', 'page'), async (said, where) => {
        const thrown = Object.assign(new Error(said), { path: said, hostname: said, address: said, code: said });
        thrown.stack += `\n    at open (/home/${MARK}/${said}:1:1)\n    at /etc/${said}:2:2`;
        tellLog({ event: 'bug', where, thrown });
        tellLog({ event: 'bug', where, thrown: { name: said, message: said, stack: `Error: ${said}` } });
        tellLog({ event: 'bug', where, thrown: Object.assign(new Error(said), { message: '' }) });
        tellLog({ event: 'bug', where, thrown: said });
        // As computers are called in an office: one word, in capitals.
        tellLog({ event: 'bug', where, thrown: { name: 'Kanarie7', code: 'KANARIE7', message: said, stack: '' } });
        expect((await textOf(folder, { kind: 'open', store })).toLowerCase()).not.toContain(MARK);
      }),
      { numRuns: 200 },
    );
    writeFileSync(logPaths(logPlace(folder))[0]!, `${MARK}\n{"event":"bug","name":"${MARK}"}\n`);
    expect((await textOf(folder, { kind: 'open', store })).toLowerCase()).not.toContain(MARK);
  });

  it('say only the kind of reason why a history cannot be used', async () => {
    const folder = temporaryFolder();
    const problem = { kind: 'damaged', path: `/home/${MARK}/history.sqlite`, detail: `${MARK}: malformed` } as const;
    const text = await textOf(folder, { kind: 'unusable', problem });
    expect(text).toContain('History: damaged\n');
    expect(text).not.toContain(MARK);
  });
});
