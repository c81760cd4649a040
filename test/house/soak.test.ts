import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { countedTests } from '../../build/soak/rounds.mjs';
import { readSoakWords } from '../../build/soak/words.mjs';
import { stepNames } from '../../build/test/steps.mjs';
import { judge, slopePerHour, type Tally } from '../soak/judge.ts';
import type { Standing } from '../soak/standing.ts';

describe('npm run soak reads', () => {
  it.each([
    [[], { minutes: 20, parts: ['app', 'counts'] }],
    [['--minutes', '2.5'], { minutes: 2.5, parts: ['app', 'counts'] }],
    [['--hours', '8', '--only', 'app'], { minutes: 480, parts: ['app'] }],
    [['--only=counts'], { minutes: 20, parts: ['counts'] }],
  ] as const)('%j', (words, expected) => {
    expect(readSoakWords(words)).toEqual(expected);
  });

  it.each([[['--minutes', 'soon']], [['--hours', '0']], [['--hours', '1', '--minutes', '1']], [['--only', 'window']], [['8']]] as const)(
    '%j as a mistake, told in one sentence',
    (words) => {
      expect(readSoakWords(words)).toEqual({ problem: expect.stringMatching(/^Usage: /u) as string });
    },
  );
});

describe.each(countedTests)('$variable', ({ variable, rounds, step, files }) => {
  it('is read by the tests it is for', () => {
    expect(stepNames).toContain(step);
    const all = readdirSync(join(rootFolder, 'test'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
    const found = all.filter((file) => files.split(' ').some((word) => join('test', file).includes(word)));
    const reading = found.filter((file) => readFileSync(join(rootFolder, 'test', file), 'utf8').includes(variable));
    expect(reading).not.toEqual([]);
    expect(reading).toEqual(found);
    expect(rounds).toBeGreaterThan(0);
  });
});

describe('a soak is judged', () => {
  const MINUTE_MS = 60_000;
  const good: Tally = { acknowledged: 100, present: 100, faults: 0, quickCheck: 'ok', isAnswering: true };

  /** A run in which memory grows by so much an hour, with noise that is the same in every run. */
  function run(minutes: number, megabytesPerHour: number, change: Partial<Standing> = {}): readonly Standing[] {
    return Array.from({ length: minutes * 12 }, (_, index) => {
      const atMs = index * 5_000;
      const megabytes = 250 + (megabytesPerHour * atMs) / (60 * MINUTE_MS) + ((index * 7_919) % 13) - 6;
      const heaps = { mainHeapMegabytes: megabytes, pageHeapMegabytes: megabytes };
      const memory = { mainMegabytes: megabytes, pageMegabytes: megabytes, ...heaps };
      return { atMs, ...memory, handles: 200 + (index % 3), walMegabytes: 4, historyMegabytes: 9, ...change };
    });
  }

  const missed = (standings: readonly Standing[], tally = good): readonly string[] =>
    judge(standings, tally)
      .filter(({ isKept }) => !isKept)
      .map(({ name }) => name);

  const memory = ['memory of the main process', 'memory of the page', 'what the main process still needs', 'what the page still needs'];

  it('as good when nothing grows', () => {
    expect(missed(run(20, 0))).toEqual([]);
    expect(missed(run(180, 1))).toEqual([]);
  });

  it('by the hour in a long run: a leak of 3 MB an hour is found', () => {
    expect(missed(run(180, 3))).toEqual(memory);
  });

  it('by the whole in a short run: only a big leak is found', () => {
    expect(missed(run(20, 400))).toEqual(memory);
  });

  it('by the middle of all slopes: one spike says nothing', () => {
    const points = Array.from({ length: 100 }, (_, index) => ({ atMs: index * MINUTE_MS, value: index === 99 ? 5_000 : 10 + index / 60 }));
    expect(slopePerHour(points)).toBeCloseTo(1, 5);
  });

  it('by its handles: the fewest at the end beside the fewest at the beginning', () => {
    const leaking = run(20, 0).map((standing) => ({ ...standing, handles: 200 + (2 * standing.atMs) / MINUTE_MS }));
    expect(missed(leaking)).toEqual(['handles at rest']);
  });

  it('by the size of the WAL at any moment', () => {
    const big = run(20, 0).map((standing, index) => ({ ...standing, walMegabytes: index === 3 ? 17 : 4 }));
    expect(missed(big)).toEqual(['size of the WAL']);
  });

  it('by its checks, its history, its faults, and whether it answers', () => {
    expect(missed(run(20, 0), { ...good, present: 99 })).toEqual(['acknowledged checks that are in the history']);
    expect(missed(run(20, 0), { ...good, acknowledged: 0, present: 0 })).toEqual(['acknowledged checks that are in the history']);
    expect(missed(run(20, 0), { ...good, quickCheck: 'row 7 missing from index' })).toEqual(['quick_check of the history']);
    expect(missed(run(20, 0), { ...good, faults: 1 })).toEqual(['faults told by the app']);
    expect(missed(run(20, 0), { ...good, isAnswering: false })).toEqual(['the window']);
  });

  it('says so when a run was too short to tell', () => {
    expect(judge(run(1, 0), good).find(({ name }) => name === 'memory and handles')?.measured).toBe('not told');
  });
});
