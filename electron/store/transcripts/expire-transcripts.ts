import type { RetentionPolicy } from '../../../shared/history/retention-policy.ts';
import type { NotWritten } from '../changing.ts';
import { carryOut } from '../in-slices.ts';
import type { Progress } from '../in-slices.ts';
import { patientlyAfter } from '../patiently-after.ts';
import {
  beginTranscriptExpiry,
  beginTranscriptPurge,
  countOldTranscripts,
  purgeTranscriptSlice,
  TRANSCRIPTS_TO_PURGE,
} from './remove-transcripts.ts';
import type { Store } from '../store.ts';
import type { StoreReading } from '../store-reading.ts';

const DAY_MS = 86_400_000;

/** What decides which sessions are too old. */
interface Expiry {
  readonly policy: RetentionPolicy;
  /** Unix milliseconds. */
  readonly nowMs: number;
}

/**
 * Deletes for good the kept sessions that are older than failures are kept: a session is evidence like they are, and the numbers in a
 * policy count checks. Only once the clock was found right. Never rejects for reasons of the disk or the file.
 */
export async function* expireTranscripts(store: Store, expiry: Expiry, signal: AbortSignal): AsyncGenerator<Progress, NotWritten | null> {
  const oldestMs = oldestKeptMs(expiry);
  if (oldestMs === null) return null;
  const begun = await patientlyAfter(store, () => beginTranscriptExpiry(store, oldestMs), signal);
  return begun.kind === 'written' ? yield* deleteTranscripts(store, signal) : begun;
}

/** How many sessions that would delete. Never throws for reasons of the disk or the file. */
export function countExpiredTranscripts(store: Store, expiry: Expiry): StoreReading<number> {
  const oldestMs = oldestKeptMs(expiry);
  return oldestMs === null ? { kind: 'read', value: 0 } : countOldTranscripts(store, oldestMs);
}

function oldestKeptMs({ policy, nowMs }: Expiry): number | null {
  const { days } = policy.failures;
  return days === null ? null : nowMs - days * DAY_MS;
}

/** Deletes for good the kept sessions that were removed before this moment (Unix milliseconds). Never rejects for reasons of the disk or the file. */
export async function* purgeTranscripts(
  store: Store,
  removedBeforeMs: number,
  signal: AbortSignal,
): AsyncGenerator<Progress, NotWritten | null> {
  const begun = await patientlyAfter(store, () => beginTranscriptPurge(store, removedBeforeMs), signal);
  return begun.kind === 'written' ? yield* deleteTranscripts(store, signal) : begun;
}

function deleteTranscripts(store: Store, signal: AbortSignal): AsyncGenerator<Progress, NotWritten | null> {
  return carryOut(store, { slice: purgeTranscriptSlice, countLeft: TRANSCRIPTS_TO_PURGE }, signal);
}
