import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

import { createUpdates, type FeedAnswer, type Updates } from '../../../electron/updates/updates.ts';
import { makeFeedKey, sampleRelease, signFeed } from '../../support/release-feed.ts';
import { temporaryFolder } from '../store/open-for-test.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const key = makeFeedKey();
const never = new AbortController().signal;

describe('looking for a new version', () => {
  let folder: string;
  let nowMs: number;
  let requests: string[];
  let answer: () => FeedAnswer;

  beforeEach(() => {
    folder = temporaryFolder();
    nowMs = Date.parse('2026-11-20T12:00:00.000Z');
    requests = [];
    answer = () => ({ kind: 'answered', bytes: signFeed(sampleRelease({}, nowMs), key) });
  });

  function updates(address = 'https://feed.example/newest.json', installed = '0.1.0'): Updates {
    return createUpdates({
      source: { address, publicKey: key.publicKey },
      requestFeed: (asked) => {
        requests.push(asked);
        return Promise.resolve(answer());
      },
      installed,
      folder,
      now: () => nowMs,
    });
  }

  it('asks once, remembers what it found, and tells it', async () => {
    const one = updates();
    const told: unknown[] = [];
    one.looks.on('looked', (look) => told.push(look));
    expect(one.lastLook()).toBeNull();
    const look = await one.look(never);
    expect(look).toMatchObject({ lookedAtMs: nowMs, result: { kind: 'newer', version: '7.2.0' } });
    expect(requests).toEqual(['https://feed.example/newest.json']);
    expect(told).toEqual([{ ...look, isAsked: true }]);
    expect(updates().lastLook()).toEqual(look);
  });

  it.each(['http://feed.example/newest.json', 'HTTPS://feed.example/', 'file:///etc/passwd', 'ftp://feed.example/'])(
    'never asks %s',
    async (address) => {
      expect((await updates(address).look(never))?.result).toEqual({ kind: 'refused', why: 'not_https' });
      expect(requests).toEqual([]);
    },
  );

  it('asks by itself at most once a day, whatever came back', async () => {
    answer = () => ({ kind: 'unreachable', code: 'ERR_NAME_NOT_RESOLVED' });
    await updates().lookDaily(never);
    nowMs += DAY_MS - 1;
    await updates().lookDaily(never);
    expect(requests).toHaveLength(1);
    nowMs += 1;
    await updates().lookDaily(never);
    expect(requests).toHaveLength(2);
  });

  it('says nothing of what another version saw, and still asks at most once a day', async () => {
    await updates().look(never);
    const installed = updates(undefined, '7.2.0');
    expect(installed.lastLook()).toBeNull();
    await installed.lookDaily(never);
    expect(requests).toHaveLength(1);
    expect(updates().lastLook()?.result.kind).toBe('newer');
  });

  it('asks again when the last look lies in the future: the clock was wrong then', async () => {
    await updates().look(never);
    nowMs -= 5 * DAY_MS;
    await updates().lookDaily(never);
    expect(requests).toHaveLength(2);
  });

  it('refuses a feed that was signed before one it has seen, and goes on believing newer ones', async () => {
    const seen = answer();
    const old = { kind: 'answered', bytes: signFeed(sampleRelease({ version: '0.1.5' }, nowMs - DAY_MS), key) } as const;
    await updates().look(never);
    answer = () => old;
    expect((await updates().look(never))?.result).toEqual({ kind: 'refused', why: 'replayed' });
    answer = () => seen;
    expect((await updates().look(never))?.result.kind).toBe('newer');
  });

  it('says nothing and remembers nothing of a look that was stopped', async () => {
    answer = () => null;
    const one = updates();
    one.looks.on('looked', () => expect.unreachable());
    expect(await one.look(never)).toBeNull();
    expect(one.lastLook()).toBeNull();
  });

  it('starts afresh where what it remembered was damaged', async () => {
    writeFileSync(join(folder, 'updates.json'), '{"lastLook": 3');
    expect(updates().lastLook()).toBeNull();
    await updates().look(never);
    expect(updates().lastLook()?.result.kind).toBe('newer');
  });
});
