import * as v from 'valibot';

import { familySchema } from '../check/evidence.ts';
import { DEFAULT_TIMEOUT_MS } from '../check/options.ts';
import { targetSchema } from '../check/target.ts';
import { telnetPolicySchema } from './telnet-policy.ts';
import { textEncodingSchema } from './text-encoding.ts';

/** Longest limit, in milliseconds: a day. Timers of the runtime end at 24 days. */
const LONGEST_LIMIT_MS = 86_400_000;

const limitMsSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_LIMIT_MS));
const addressSchema = v.pipe(v.string(), v.maxLength(120));

/** What a session connects to, and how it behaves; a reconnect uses the same. Every field but the target has a default. */
export const sessionRequestSchema = v.strictObject({
  target: targetSchema,
  /** "off": plain. "on": TLS before anything else. "starttls": asked for in the words of `service` once the service has greeted. */
  tls: v.optional(v.picklist(['off', 'on', 'starttls']), 'off'),
  /** The service spoken to (an id of shared/service), which knows its words for STARTTLS; null where none is known. */
  service: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
  /** Go on although the certificate has problems; else the session is held until they are accepted, and nothing is sent. */
  areTlsProblemsAccepted: v.optional(v.boolean(), false),
  /** Dial this address only and keep the name for TLS; null tries what the name resolves to, one after the other. */
  address: v.optional(v.nullable(addressSchema), null),
  family: v.optional(v.nullable(familySchema), null),
  /** Dial from this local address; null leaves the choice to the system. */
  source: v.optional(v.nullable(addressSchema), null),
  /** Limit of each connection attempt, of the handshake and of each answer to STARTTLS. */
  timeoutMs: v.optional(limitMsSchema, DEFAULT_TIMEOUT_MS),
  /** Ends the session when nothing came or went for this long; null never does. */
  idleLimitMs: v.optional(v.nullable(limitMsSchema), null),
  telnet: v.optional(telnetPolicySchema, 'off'),
  /** How the bytes are read as text, now and when the session is looked at later. */
  encoding: v.optional(textEncodingSchema, 'utf-8'),
  /** When the peer says it will send no more (FIN), say the same: the connection closes. Else it stays open for sending. */
  answersFin: v.optional(v.boolean(), true),
});

/** What a session connects to and how it behaves, defaults filled in. */
export type SessionRequest = v.InferOutput<typeof sessionRequestSchema>;

/** The part of it a person named. */
export type ChosenSession = v.InferInput<typeof sessionRequestSchema>;

/** A request with every default filled in. Throws on values out of range: read them from a person with a parser first. */
export function fillSessionRequest(chosen: ChosenSession): SessionRequest {
  return v.parse(sessionRequestSchema, chosen);
}
