import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { createCopyReport, createPreviewReport, createWriteReport, type Reporting } from '../../../electron/ipc/report-streams.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { CheckedRequestOf, RequestOf } from '../../../shared/ipc/types.ts';
import { english } from '../../../shared/text/english.ts';
import { openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { checkOf, refusal } from '../store/sample-check.ts';
import { personNaming } from './dialogs.ts';
import { told } from './told.ts';

const never = new AbortController().signal;
const DAY_MS = 86_400_000;
const NOW_MS = 1_795_000_000_000;

/** What a report needs, with a.example:80 that worked (1), was refused (2) and worked again (3), and the copied texts beside it. */
function reportingTo(path: string | null, changes: Partial<Reporting> = {}) {
  const store = openForTest();
  saveChecks(store, [
    checkOf('a.example', 80, { startedAtMs: NOW_MS - 2 * DAY_MS }),
    checkOf('a.example', 80, { startedAtMs: NOW_MS - DAY_MS, ...refusal }),
    checkOf('a.example', 80, { startedAtMs: NOW_MS }),
  ]);
  const copied: string[] = [];
  const reporting: Reporting = {
    history: { kind: 'open', store },
    dialogs: personNaming(path).dialogs,
    words: english,
    version: '1.2.3',
    printPage: async (html) => Promise.resolve({ kind: 'printed', pdf: Buffer.from(`printed ${html}`) }),
    printLimitMs: 60_000,
    copyText: (text) => void copied.push(text),
    ...changes,
  };
  return { reporting, copied };
}

function asked(request: RequestOf<'writeReport'>): CheckedRequestOf<'writeReport'> {
  return v.parse(contract.writeReport.request, request);
}

const aboutTwo = { kind: 'check', id: 2 } as const;

describe('writeReport for the window', () => {
  test('writes what one check saw, and not what came after', async () => {
    const path = join(temporaryFolder(), 'out.md');
    const { reporting } = reportingTo(path);
    const events = await told('writeReport', createWriteReport(reporting)(asked({ format: 'markdown', about: aboutTwo }), never));
    const text = readFileSync(path, 'utf8');
    expect(events.at(-1)).toEqual({ kind: 'written', path, sizeBytes: Buffer.byteLength(text) });
    expect(events.map(({ kind }) => kind)).toEqual(['choosing', 'counted', 'written']);
    expect(text).toContain('Refused');
    expect(text).toContain('a.example');
    expect(text).toContain('1.2.3');
  });

  test('writes a page with the question as its title, and leaves out what is to be left out', async () => {
    const path = join(temporaryFolder(), 'out.html');
    const { reporting } = reportingTo(path);
    const about = { kind: 'checks', checks: { hostId: 1, endpoint: { port: 80, transport: 'tcp' } } } as const;
    const redaction = { addresses: true, names: true, notes: true };
    const request = asked({ format: 'html', about, question: 'Why <b> is it down?', redaction });
    await told('writeReport', createWriteReport(reporting)(request, never));
    const html = readFileSync(path, 'utf8');
    expect(html).toContain('<h1>Why &lt;b&gt; is it down?</h1>');
    expect(html).not.toMatch(/a\.example|203\.0\.113|<script/u);
  });

  test('has the same page printed for a PDF', async () => {
    const path = join(temporaryFolder(), 'out.pdf');
    const { reporting } = reportingTo(path);
    const events = await told('writeReport', createWriteReport(reporting)(asked({ format: 'pdf', about: aboutTwo }), never));
    expect(events.map(({ kind }) => kind)).toEqual(['choosing', 'counted', 'printing', 'written']);
    expect(readFileSync(path, 'utf8')).toMatch(/^printed <!doctype html>/u);
  });

  test('that is stopped while it prints writes nothing', async () => {
    const path = join(temporaryFolder(), 'out.pdf');
    const { reporting } = reportingTo(path, { printPage: async () => Promise.resolve({ kind: 'stopped' }) });
    const events = await told('writeReport', createWriteReport(reporting)(asked({ format: 'pdf', about: aboutTwo }), never));
    expect(events.at(-1)).toEqual({ kind: 'stopped' });
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  test('that is never laid out is given up, and writes nothing', async () => {
    const path = join(temporaryFolder(), 'out.pdf');
    const hang: Reporting['printPage'] = (_html, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'stopped' })));
    const { reporting } = reportingTo(path, { printPage: hang, printLimitMs: 20 });
    const events = await told('writeReport', createWriteReport(reporting)(asked({ format: 'pdf', about: aboutTwo }), never));
    expect(events.at(-1)).toEqual({ kind: 'not_printed', why: 'too_slow' });
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });

  test('of what is gone, dismissed or unreadable says so', async () => {
    const { reporting } = reportingTo(null);
    const write = createWriteReport(reporting);
    expect(await told('writeReport', write(asked({ format: 'html', about: { kind: 'check', id: 99 } }), never))).toEqual([
      { kind: 'gone' },
    ]);
    const ofHost = asked({ format: 'html', about: { kind: 'checks', checks: { hostId: 99 } } });
    expect(await told('writeReport', write(ofHost, never))).toEqual([{ kind: 'gone' }]);
    expect(await told('writeReport', write(asked({ format: 'html', about: aboutTwo }), never))).toEqual([
      { kind: 'choosing' },
      { kind: 'dismissed' },
    ]);
    const problem = { kind: 'damaged', path: '/history.sqlite', detail: 'a test' } as const;
    const closed = createWriteReport({ ...reporting, history: { kind: 'unusable', problem } });
    expect(await told('writeReport', closed(asked({ format: 'html', about: aboutTwo }), never))).toEqual([{ kind: 'unreadable', problem }]);
  });
});

describe('copyReport', () => {
  test('puts Markdown on the clipboard', async () => {
    const { reporting, copied } = reportingTo(null);
    const { format: _format, ...wish } = asked({ format: 'markdown', about: aboutTwo });
    const events = await told('copyReport', createCopyReport(reporting)(wish, never));
    expect(events.at(-1)).toEqual({ kind: 'copied', sizeBytes: Buffer.byteLength(copied[0]!) });
    expect(copied[0]).toMatch(/^# /u);
  });

  test('copies nothing when it is stopped', async () => {
    const { reporting, copied } = reportingTo(null);
    const { format: _format, ...wish } = asked({ format: 'markdown', about: aboutTwo });
    expect(await told('copyReport', createCopyReport(reporting)(wish, AbortSignal.abort()))).toEqual([{ kind: 'stopped' }]);
    expect(copied).toEqual([]);
  });
});

describe('previewReport', () => {
  test('gives the Markdown that would be written, and copies nothing', async () => {
    const { reporting, copied } = reportingTo(null);
    const { format: _format, ...wish } = asked({ format: 'markdown', about: aboutTwo });
    const [end] = (await told('previewReport', createPreviewReport(reporting)(wish, never))).slice(-1);
    await told('copyReport', createCopyReport(reporting)(wish, never));
    expect(end).toMatchObject({ kind: 'previewed', isWhole: true, sizeBytes: Buffer.byteLength(copied[0]!) });
    const withoutTime = (text: string): string => text.replaceAll(/\d\d:\d\d:\d\d/gu, '');
    expect(withoutTime((end as { text: string }).text)).toBe(withoutTime(copied[0]!));
    expect(copied.length).toBe(1);
  });
});
