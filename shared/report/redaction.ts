import * as v from 'valibot';

/** What is left out of a file before it is written; the same thing gets the same stand-in everywhere in it ("host-1", "address-2"). */
export const redactionSchema = v.strictObject({
  /** IP addresses, those in texts of peers too; loopback stays. */
  addresses: v.boolean(),
  /** Names of hosts, and what names their owner: subjects, issuers, serial numbers and fingerprints of certificates. */
  names: v.boolean(),
  /** What people wrote. */
  notes: v.boolean(),
});

/** What is left out of a file before it is written. */
export type Redaction = v.InferOutput<typeof redactionSchema>;

/** Everything stays. */
export const nothingLeftOut: Redaction = { addresses: false, names: false, notes: false };
