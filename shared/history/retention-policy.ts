import * as v from 'valibot';

const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000));

/** How much is kept of one kind of checks; null is no limit. A check has to be inside every limit to stay. */
const keepingSchema = v.strictObject({
  /** Not older than this. */
  days: v.nullable(atLeastOne),
  /** The newest of each host. */
  perHost: v.nullable(atLeastOne),
  /** The newest of all. */
  inAll: v.nullable(atLeastOne),
});

/** How much is kept of one kind of checks. */
export type Keeping = v.InferOutput<typeof keepingSchema>;

/** What a person chose to keep: failures never shorter than successes, because a failure is what is looked for later. */
export const retentionPolicySchema = v.pipe(
  v.strictObject({ successes: keepingSchema, failures: keepingSchema }),
  v.check(({ successes, failures }) => isNotShorter(failures, successes), 'Failures are kept at least as long as successes.'),
);

/** What a person chose to keep. */
export type RetentionPolicy = v.InferOutput<typeof retentionPolicySchema>;

/** What is proposed to a person who turns retention on: successes for three months, failures for two years, and no host crowds out the others. */
export const proposedRetention: RetentionPolicy = {
  successes: { days: 90, perHost: 100_000, inAll: 1_000_000 },
  failures: { days: 730, perHost: 100_000, inAll: 1_000_000 },
};

function isNotShorter(failures: Keeping, successes: Keeping): boolean {
  return (['days', 'perHost', 'inAll'] as const).every((limit) => (failures[limit] ?? Infinity) >= (successes[limit] ?? Infinity));
}
