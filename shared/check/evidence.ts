import * as v from 'valibot';

import { failureCodes } from './failure.ts';
import { outcomeSchema } from './outcome.ts';

/** IP version: 4 or 6. */
export const familySchema = v.picklist([4, 6]);

/** IP version: 4 or 6. */
export type Family = v.InferOutput<typeof familySchema>;

/** What one direct question to the resolver brought (c-ares, not the system's own lookup). */
export const answerSchema = v.strictObject({
  family: familySchema,
  kind: v.picklist(['answered', 'nxdomain', 'no_data', 'servfail', 'refused', 'timed_out', 'failed']),
  systemCode: v.nullable(v.string()),
  durationMs: v.number(),
});

/** What one direct question to the resolver brought. */
export type Answer = v.InferOutput<typeof answerSchema>;

/** How the host became addresses, or why it did not. */
export const resolutionSchema = v.strictObject({
  /** Who answered: nobody had to ("literal"), the hosts file, or the system's resolver. */
  source: v.picklist(['literal', 'hosts_file', 'system']),
  /** Every address, both families, in the resolver's order. */
  addresses: v.array(v.strictObject({ address: v.string(), family: familySchema })),
  /** The system's code when its lookup failed (ENOTFOUND, EAI_AGAIN), else null. */
  systemCode: v.nullable(v.string()),
  /** The DNS servers asked directly after the system's lookup failed; empty when it worked. */
  servers: v.array(v.string()),
  /** Their answers, one a family; empty when the system's lookup worked. */
  answers: v.array(answerSchema),
  /** "Do all names fail?": a well-known name, asked only after a failure; null when not asked. */
  control: v.nullable(
    v.strictObject({ name: v.string(), resolved: v.boolean(), systemCode: v.nullable(v.string()), durationMs: v.number() }),
  ),
});

/** How the host became addresses, or why it did not. */
export type Resolution = v.InferOutput<typeof resolutionSchema>;

/** What dialling one address brought. */
export const addressAttemptSchema = v.strictObject({
  address: v.string(),
  family: familySchema,
  outcome: outcomeSchema,
  /** The cause when it did not succeed, else null. */
  code: v.nullable(v.picklist(failureCodes)),
  systemCode: v.nullable(v.string()),
  /** From the start of the check to the first packet, in milliseconds. */
  offsetMs: v.number(),
  durationMs: v.number(),
  /** The address this computer spoke from, or null when it never got one. */
  localAddress: v.nullable(v.string()),
});

/** What dialling one address brought. */
export type AddressAttempt = v.InferOutput<typeof addressAttemptSchema>;

/** One certificate of a chain; every text is made visible (shared/console/display.ts) before it gets here. */
export const certificateSchema = v.strictObject({
  subject: v.string(),
  issuer: v.string(),
  /** The names it is for, at most 100; `nameCount` has them all. */
  names: v.array(v.string()),
  nameCount: v.number(),
  validFromMs: v.number(),
  validToMs: v.number(),
  serialNumber: v.string(),
  fingerprintSha256: v.string(),
});

/** One certificate of a chain. */
export type Certificate = v.InferOutput<typeof certificateSchema>;

/** What the TLS handshake agreed, and whether the certificate is good for this name today. */
export const tlsEvidenceSchema = v.strictObject({
  version: v.string(),
  cipher: v.string(),
  alpn: v.nullable(v.string()),
  /** The name sent as SNI (RFC 6066), or null for an address. */
  serverName: v.nullable(v.string()),
  /** Everything that is wrong with the certificate, the most telling first; empty means trusted. */
  problems: v.array(v.picklist(failureCodes)),
  /** The leaf first; at most 10. */
  chain: v.array(certificateSchema),
});

/** What the TLS handshake agreed. */
export type TlsEvidence = v.InferOutput<typeof tlsEvidenceSchema>;

/** The first bytes the peer sent by itself. */
export const greetingEvidenceSchema = v.strictObject({
  /** As visible text. */
  text: v.string(),
  /** The same bytes, exact. */
  base64: v.string(),
  sizeBytes: v.number(),
  /** More came than was kept. */
  truncated: v.boolean(),
  /** From connected to the first byte, in milliseconds. */
  firstByteMs: v.number(),
});

/** The first bytes the peer sent by itself. */
export type GreetingEvidence = v.InferOutput<typeof greetingEvidenceSchema>;

/** What the HTTP request brought. */
export const httpEvidenceSchema = v.strictObject({
  method: v.picklist(['HEAD', 'GET']),
  path: v.string(),
  status: v.number(),
  reason: v.string(),
  server: v.nullable(v.string()),
  location: v.nullable(v.string()),
  /** From the request sent to the head of the reply, in milliseconds. */
  durationMs: v.number(),
});

/** What the HTTP request brought. */
export type HttpEvidence = v.InferOutput<typeof httpEvidenceSchema>;

/** Which service it is, and how that is known. */
export const serviceEvidenceSchema = v.strictObject({
  /** An id of shared/service, or the IANA name of the port. */
  id: v.string(),
  name: v.string(),
  /** "port": only expected there. "greeting", "reply": it said so itself. */
  knownBy: v.picklist(['port', 'chosen', 'greeting', 'reply']),
  /** Product and version as the service names itself, or null. */
  product: v.nullable(v.string()),
});

/** Which service it is, and how that is known. */
export type ServiceEvidence = v.InferOutput<typeof serviceEvidenceSchema>;
