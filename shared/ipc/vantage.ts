import * as v from 'valibot';

/** Where this computer looks from: its addresses and the resolvers it asks. */
export const vantageSchema = v.strictObject({
  /** Addresses of this computer that other hosts can see, in the system's order; no loopback, no link-local. */
  addresses: v.array(v.strictObject({ address: v.string(), family: v.picklist([4, 6]) })),
  /** The DNS servers the system is set to ask. */
  resolvers: v.array(v.string()),
});

/** Where this computer looks from. */
export type Vantage = v.InferOutput<typeof vantageSchema>;
