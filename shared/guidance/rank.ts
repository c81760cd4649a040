import { causes, type CauseId } from './causes/causes.ts';
import type { Evidence } from './evidence.ts';
import type { Reason } from './reason.ts';
import { SHOWS } from './signs/sign.ts';
import type { Tree } from './tree.ts';

/**
 * How likely a cause is, in words that claim no more than the evidence:
 *
 * - `shown`: a line or an answer names it, and nothing speaks against it,
 * - `likely`, `possible`, `unlikely`: by its share of all causes of the symptom.
 */
export type Likelihood = 'shown' | 'likely' | 'possible' | 'unlikely';

/** A cause with its likelihood and what makes it so, the strongest reason first. */
export interface RankedCause {
  readonly cause: CauseId;
  readonly likelihood: Likelihood;
  /** Its share of all causes of the symptom, 0 to 1. */
  readonly share: number;
  /** What speaks for it; for an unlikely one, what speaks against it. Empty when only its being common does. */
  readonly because: readonly Reason[];
}

/** Shares from which on a cause is called likely, possible, or is named at all. */
const LIKELY_SHARE = 0.35;
const POSSIBLE_SHARE = 0.08;
const NAMED_SHARE = 0.01;

/** A list of causes longer than this is not read. */
const NAMED_CAUSES = 6;

/** Two reasons convince, five confuse. */
const GIVEN_REASONS = 3;

/** What a path that ends at a cause adds to it: its steps are evidence too. */
const CONCLUSION_POINTS = 5;

/**
 * Ranks the causes of a symptom by what was seen: each cause begins with how common it is, each sign that is there adds its points,
 * and a point doubles the odds. Pure; the likeliest first.
 */
export function rankCauses({ causes: common }: Tree, evidence: Evidence, conclusion: CauseId | null): readonly RankedCause[] {
  const ids = Object.keys(causes).filter((id): id is CauseId => Object.hasOwn(common, id) || id === conclusion);
  const weighed = ids.map((id) => weigh(id, evidence, (common[id] ?? 0) + (id === conclusion ? CONCLUSION_POINTS : 0)));
  const total = weighed.reduce((sum, { points }) => sum + 2 ** points, 0);
  return weighed
    .toSorted((one, other) => other.points - one.points)
    .map((each) => ({ ...each, share: 2 ** each.points / total }))
    .filter(({ share }, place) => place < 2 || (share >= NAMED_SHARE && place < NAMED_CAUSES))
    .map(describeWeight);
}

interface Seen {
  readonly reason: Reason;
  readonly points: number;
}

interface Weighed {
  readonly cause: CauseId;
  readonly points: number;
  /** The strongest first. */
  readonly seen: readonly Seen[];
}

function weigh(id: CauseId, evidence: Evidence, commonness: number): Weighed {
  const seen = causes[id].signs.flatMap(({ see, points }): readonly Seen[] => {
    const reason = see(evidence);
    return reason === null ? [] : [{ reason, points }];
  });
  return {
    cause: id,
    points: seen.reduce((sum, { points }) => sum + points, commonness),
    seen: seen.toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points)),
  };
}

function describeWeight({ cause, seen, share }: Weighed & { readonly share: number }): RankedCause {
  const likelihood = likelihoodOf(share, seen);
  const wanted = seen.filter(({ points }) => (likelihood === 'unlikely' ? points < 0 : points > 0));
  const because = wanted.map(({ reason }) => reason).filter((reason, place, all) => all.findIndex((one) => isSame(one, reason)) === place);
  return { cause, likelihood, share, because: because.slice(0, GIVEN_REASONS) };
}

function likelihoodOf(share: number, seen: readonly Seen[]): Likelihood {
  if (share >= 0.5 && seen.some(({ points }) => points >= SHOWS)) return 'shown';
  if (share >= LIKELY_SHARE) return 'likely';
  return share >= POSSIBLE_SHARE ? 'possible' : 'unlikely';
}

/** Two signs may read the same thing. */
function isSame(one: Reason, other: Reason): boolean {
  return one.kind === other.kind && JSON.stringify(one) === JSON.stringify(other);
}
