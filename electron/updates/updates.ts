import { EventEmitter } from 'node:events';

import { judgeRelease } from '../../shared/updates/judge-release.ts';
import type { UpdateLook, UpdateResult } from '../../shared/updates/update-result.ts';
import { readKeptLook, writeKeptLook } from './kept-look.ts';
import { readFeed } from './read-feed.ts';

/** What came back from the address of a feed, in one request; null when it was stopped. */
export type FeedAnswer =
  { readonly kind: 'answered'; readonly bytes: Uint8Array } | Extract<UpdateResult, { readonly kind: 'refused' | 'unreachable' }> | null;

/** Sends the one request, to an address that begins with `https:`. Never rejects. */
export type RequestFeed = (address: string, signal: AbortSignal) => Promise<FeedAnswer>;

/** Where a new version is looked for, and by whom. */
export interface LookingForUpdates {
  readonly source: { readonly address: string; readonly publicKey: string };
  readonly requestFeed: RequestFeed;
  /** The version that runs. */
  readonly installed: string;
  /** The data folder. */
  readonly folder: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A look, and whether a person asked for it. */
export interface ToldLook extends UpdateLook {
  readonly isAsked: boolean;
}

/** Looks for a new version, and remembers what it found. */
export interface Updates {
  /** Null where another version looked last: what was new to that one may be the one that runs. */
  readonly lastLook: () => UpdateLook | null;
  /** Looks because a person asked; null when it was stopped. */
  readonly look: (signal: AbortSignal) => Promise<UpdateLook | null>;
  /** Looks unless the last look, good or bad, was less than a day ago. */
  readonly lookDaily: (signal: AbortSignal) => Promise<void>;
  /** Tells every look that came to its end. */
  readonly looks: EventEmitter<{ readonly looked: [ToldLook] }>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Makes what looks for a new version. It sends nothing by itself, and never more than one request for a look. */
export function createUpdates(looking: LookingForUpdates): Updates {
  const { folder, installed, now } = looking;
  const looks: Updates['looks'] = new EventEmitter();
  const look = async (isAsked: boolean, signal: AbortSignal): Promise<UpdateLook | null> => {
    const result = await lookOnce(looking, signal);
    if (result === null) return null;
    const ended: UpdateLook = { lookedAtMs: now(), result };
    writeKeptLook(folder, { ...readKeptLook(folder), lastLook: ended, lookedAs: installed });
    looks.emit('looked', { ...ended, isAsked });
    return ended;
  };
  return {
    lastLook: () => {
      const { lastLook, lookedAs } = readKeptLook(folder);
      return lookedAs === installed ? lastLook : null;
    },
    looks,
    look: (signal) => look(true, signal),
    lookDaily: async (signal) => {
      const lastMs = readKeptLook(folder).lastLook?.lookedAtMs ?? null;
      // A look in the future was made by a clock that was wrong.
      const isRecent = lastMs !== null && lastMs <= now() && now() - lastMs < DAY_MS;
      if (!isRecent) await look(false, signal);
    },
  };
}

async function lookOnce(
  { source, requestFeed, installed, folder, now }: LookingForUpdates,
  signal: AbortSignal,
): Promise<UpdateResult | null> {
  if (!source.address.startsWith('https://')) return { kind: 'refused', why: 'not_https' };
  const answer = await requestFeed(source.address, signal);
  if (answer === null || answer.kind !== 'answered') return answer;
  const reading = readFeed({ bytes: answer.bytes, publicKey: source.publicKey });
  if (reading.kind === 'refused') return reading;
  const { release } = reading;
  const kept = readKeptLook(folder);
  const result = judgeRelease({ release, installed, newestSignedAtMs: kept.newestSignedAtMs, nowMs: now() });
  if (result.kind !== 'refused') writeKeptLook(folder, { ...kept, newestSignedAtMs: release.signedAt });
  return result;
}
