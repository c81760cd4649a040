import { blockedHere } from './blocked-here.ts';
import { httpSaysNo } from './http-says-no.ts';
import { intermittent } from './intermittent.ts';
import { nameLookupFailed } from './name-lookup-failed.ts';
import { nameNotKnown } from './name-not-known.ts';
import { refused } from './refused.ts';
import { silent } from './silent.ts';
import { slow } from './slow.ts';
import { timedOut } from './timed-out.ts';
import { tlsFailed } from './tls-failed.ts';
import { turnedAway } from './turned-away.ts';
import { unclear } from './unclear.ts';
import { unreachable } from './unreachable.ts';
import { worksHere } from './works-here.ts';

/** One tree a symptom. */
export const trees = {
  name_not_known: nameNotKnown,
  name_lookup_failed: nameLookupFailed,
  refused,
  timed_out: timedOut,
  unreachable,
  blocked_here: blockedHere,
  turned_away: turnedAway,
  silent,
  tls_failed: tlsFailed,
  http_says_no: httpSaysNo,
  slow,
  works_here: worksHere,
  intermittent,
  unclear,
} as const;

/** A symptom guidance has a tree for. */
export type Symptom = keyof typeof trees;
