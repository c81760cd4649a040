import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Check } from '../../../shared/check/check.ts';
import { phaseTimes } from '../../../shared/history/phase-times.ts';
import { statisticsOf } from '../../../shared/history/statistics.ts';
import { summarizeCheck } from '../../../shared/history/summarize-check.ts';
import { markdownText, markdownVerbatim } from '../../../shared/report/markdown-text.ts';
import { redactReport } from '../../../shared/report/redact-report.ts';
import { nothingLeftOut } from '../../../shared/report/redaction.ts';
import type { Report } from '../../../shared/report/report.ts';
import { writeReport, type ReportFormat } from '../../../shared/report/write-report.ts';
import { english } from '../../../shared/text/english.ts';
import { attempt, refusal, sampleCheck } from '../../electron/store/sample-check.ts';
import { fillTimeline } from '../history/fill-timeline.ts';
import { tlsCheck } from '../history/tls-check.ts';

const START_MS = 1_795_000_000_000;

/** Ten checks that worked and then five that were refused, as a report. */
function reportOf(changes: Partial<Report> = {}, newest: Check = sampleCheck({ ...refusal, startedAtMs: START_MS + 900_000 })): Report {
  const past = Array.from({ length: 10 }, (_, index) => sampleCheck({ startedAtMs: START_MS + index * 60_000 }));
  const failing = Array.from({ length: 5 }, (_, index) => ({ ...newest, startedAtMs: START_MS + (10 + index) * 60_000 }));
  const checks = [...past, ...failing];
  const summaries = checks.map((check, index) => ({ ...summarizeCheck(check), id: index + 1 }));
  const subject = {
    newest,
    lastWorked: past[9]!,
    statistics: statisticsOf(checks.map((check) => ({ ...check, phases: phaseTimes(check) }))),
    timeline: fillTimeline(summaries, { fromMs: START_MS, toMs: START_MS + 900_000, bucketCount: 15 }),
    checks: summaries.toReversed(),
    olderCheckCount: 1_200,
  };
  return {
    question: null,
    madeAtMs: START_MS + 1_000_000,
    version: '1.2.3',
    scope: 'ftp.example.com',
    fromMs: START_MS,
    toMs: null,
    subjects: [subject],
    others: [{ target: { host: 'b.example', port: 80, transport: 'tcp' }, outcome: 'succeeded', checkedAtMs: START_MS }],
    moreEndpointCount: 0,
    cases: [],
    notes: [{ host: 'ftp.example.com', writtenAtMs: START_MS, text: 'Anna says:\nsince the move.' }],
    redaction: nothingLeftOut,
    ...changes,
  };
}

function write(report: Report, format: ReportFormat): string {
  return [...writeReport(report, format, english)].join('').replaceAll('\u00a0', ' ');
}

/** Every tag with its attributes' names, in order: what a hostile text must not change. */
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<[^>]*>/gu)].map(([tag]) => tag.replace(/"[^"]*"/gu, '""'));
}

/** Every element a peer's words reach, filled with one text. */
function hostileReport(text: string): Report {
  const greeting = { ...sampleCheck().greeting!, text };
  const http = { method: 'HEAD', path: '/', status: 500, reason: text, server: text, location: text, durationMs: 1 } as const;
  const failure = {
    code: 'http_server_error',
    operation: 'request',
    address: '203.0.113.96',
    systemCode: text,
    elapsedMs: 2,
    detail: text,
  } as const;
  const { tls } = tlsCheck({ subject: text, issuer: text, names: [text], fingerprintSha256: text });
  const newest = sampleCheck({
    outcome: 'rejected_by_service',
    failure,
    greeting,
    http,
    tls,
    service: { id: 'http', name: text, knownBy: 'reply', product: text },
    addresses: [attempt({ address: text, systemCode: text })],
    vantage: text,
  });
  return reportOf({ question: text, scope: text, notes: [{ host: text, writtenAtMs: START_MS, text }], others: [] }, newest);
}

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></svg></pre><script>1</script>',
  '<!-- ',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?php ?>',
  '&lt;b&gt;',
  '&#x3c;script&#x3e;',
  '</main>',
  'javascript:alert(1)',
  'x" style="background:url(//evil.example)',
  '\u0000<b>',
  '<\u0000script>',
  '\ud800<script>',
  '\u202e<b>',
  '<a href="//evil.example">',
];

describe('a report as HTML', () => {
  test('answers the question with outcome, evidence, timeline, comparison, checks and notes, in this order', () => {
    const html = write(reportOf(), 'html');
    const found = [...html.matchAll(/<h([123])>([^<]*)<\/h/gu)].map(([, level, text]) => `${level} ${text}`);
    expect(found.map((heading) => heading.replace(/\d{4}-\d{2}.*/u, 'a moment'))).toEqual([
      '1 Do these 2 endpoints work?',
      '2 ftp.example.com:21',
      '3 Evidence',
      '3 Timeline',
      '3 In numbers',
      '3 What changed since it last worked',
      '3 Checks',
      '2 Other endpoints',
      '2 Notes',
      '3 a moment',
    ]);
    expect(html).toContain('<span class="outcome refused">Refused.</span>');
    expect(html).toContain('1 200 older checks are left out');
    expect(html).toContain('<svg viewBox=');
    expect(html).toContain('Anna says:\nsince the move.');
  });

  test('is one file that loads nothing and runs nothing', () => {
    const html = write(reportOf(), 'html');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|\ssrc=|\shref=|url\(|@import|\son\w+=/iu);
  });

  test('draws the last ten minutes as ten low bars, five full ones and a line that ends', () => {
    const html = write(reportOf(), 'html');
    expect(html.match(/class="cell succeeded"/gu)).toHaveLength(10);
    expect(html.match(/class="cell refused"/gu)).toHaveLength(5);
    // Refusals are replies too: one line through all fifteen cells.
    expect(/<polyline class="line" points="([^"]*)"/u.exec(html)?.[1]?.split(' ')).toHaveLength(15);
  });

  test('breaks its line where nothing replied', () => {
    const silent = sampleCheck({
      outcome: 'timed_out',
      failure: { ...refusal.failure!, code: 'connection_timed_out', systemCode: null },
      addresses: [attempt({ outcome: 'timed_out', code: 'connection_timed_out' })],
    });
    expect(/<polyline class="line" points="([^"]*)"/u.exec(write(reportOf({}, silent), 'html'))?.[1]?.split(' ')).toHaveLength(10);
  });

  test.each(attacks)('has the same elements whatever a peer says: %j', (text) => {
    expect(tagsOf(write(hostileReport(text), 'html'))).toEqual(tagsOf(write(hostileReport('plain'), 'html')));
  });

  test('has the same elements for any text', () => {
    const plain = tagsOf(write(hostileReport('plain'), 'html'));
    const text = fc
      .string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '!', '-', 'a', ' ', '\u0000', '\u202e', '=') })
      .filter((made) => made.trim() !== '');
    fc.assert(
      fc.property(text, (hostile) => {
        expect(tagsOf(write(hostileReport(hostile), 'html'))).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('shows no invisible character of a peer', () => {
    expect(write(hostileReport('a\u202eb\u200bc\u0007'), 'html').replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});

describe('a report as Markdown', () => {
  test('has the same parts, with the evidence in tables', () => {
    const markdown = write(reportOf({ others: [] }), 'markdown');
    expect(markdown).toMatch(/^# Why does ftp\.example\.com:21 not work\?\n/u);
    expect(markdown).toContain('| Connect | Passed | 12.5 ms |');
    expect(markdown).toContain('### What changed since it last worked\n\nRefused now, succeeded before.');
    expect(markdown).toContain('1 200 older checks are left out');
    expect(markdown).toContain('```text\nAnna says:\nsince the move.\n```');
  });

  test.each([
    ['emphasis', '*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
    ['a link', '[a](http://b)', '\\[a\\](http:\\//b)'],
    ['a link without brackets', 'see https://evil.example and www.evil.example', 'see https:\\//evil.example and www\\.evil.example'],
    ['a picture', '![a](b)', '\\!\\[a\\](b)'],
    ['a tag', '<b>', '\\<b\\>'],
    ['an entity', '&copy;', '\\&copy;'],
    ['code', '`a`', '\\`a\\`'],
    ['a cell', 'a|b', 'a\\|b'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a heading’s underline', '=== ', '\\=== '],
    ['a version, which is none of these', '3.0.3 (x)', '3.0.3 (x)'],
    ['a line end', 'a\n# b', 'a␊\\# b'],
    ['an escape of its own', '\\*a', '\\\\\\*a'],
  ])('shows %s as it was written', (_, text, escaped) => {
    expect(markdownText([text])).toBe(escaped);
  });

  test.each([
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['``', '``` `` ```'],
    ['a|b', '`a|b`'],
    ['', ''],
    ['a\nb', '`a␊b`'],
  ])('shows exactly what came over the wire: %j', (exact, code) => {
    expect(markdownText([{ exact }])).toBe(code);
  });

  test('shows half a million backticks, too', () => {
    const exact = '` '.repeat(500_000).trim();
    expect(markdownText([{ exact }])).toBe(`\`\` ${exact} \`\``);
  });

  test('escapes a pipe in a cell even inside code', () => {
    expect(markdownText([{ exact: 'a|b' }], 'cell')).toBe('`a\\|b`');
  });

  test('cannot be left from inside a block of text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', '\n', 'a', ' ') }), (text) => {
        const [open, ...lines] = markdownVerbatim(text).split('\n');
        const fence = /^`+/u.exec(open!)![0];
        expect(lines.at(-1)).toBe(fence);
        for (const line of lines.slice(0, -1)) expect(line.includes(fence)).toBe(false);
      }),
    );
  });

  test('has as many lines and cells whatever a peer says', () => {
    const shape = (markdown: string): readonly number[] =>
      markdown
        // What a person wrote stands between fences.
        .replace(/^(`{3,})text\n[^]*?\n\1$/gmu, '')
        .split('\n')
        .filter((line) => line.startsWith('|'))
        // GFM: a pipe right after a backslash ends no cell, whatever stands before that.
        .map((line) => line.split(/(?<!\\)\|/u).length);
    const plain = shape(write(hostileReport('plain'), 'markdown'));
    for (const text of ['a|b', '| | |', '\n| x |', '\\|', '`|`', '``` | ```'])
      expect(shape(write(hostileReport(text), 'markdown'))).toEqual(plain);
  });
});

describe('a redacted report', () => {
  test('holds neither names nor addresses nor notes, and says that they are left out', () => {
    const redaction = { addresses: true, names: true, notes: true };
    for (const format of ['html', 'markdown'] as const) {
      const text = write(redactReport(reportOf({ redaction, question: 'Why is ftp.example.com (203.0.113.96) down?' })), format);
      expect(text).not.toMatch(/ftp\.example|203\.0\.113|2001:db8|192\.0\.2|Anna|b\.example/u);
      expect(text).toContain('addresses, names, notes');
      expect(text).toContain('Why is host-1');
    }
  });

  test('keeps notes without the names in them', () => {
    const redaction = { addresses: false, names: true, notes: false };
    const notes = [{ host: 'ftp.example.com', writtenAtMs: START_MS, text: 'ask admin@example.org about FTP.example.com' }];
    expect(write(redactReport(reportOf({ redaction, notes })), 'markdown')).toContain('ask someone@host-3 about host-1');
  });
});
