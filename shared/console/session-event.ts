import * as v from 'valibot';

import { familySchema, tlsEvidenceSchema } from '../check/evidence.ts';
import { failureCodes } from '../check/failure.ts';
import { sessionEndSchema } from './session-end.ts';

const atMs = { atMs: v.number() };

/** Bytes of a session, in whatever memory they lie. */
export const bytesSchema = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const sideSchema = v.picklist(['you', 'peer']);

/** What one side said in Telnet beside the data. */
const telnetSignalSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('negotiation'), word: v.picklist(['will', 'wont', 'do', 'dont']), option: v.number() }),
  v.strictObject({ kind: v.literal('subnegotiation'), option: v.number(), body: bytesSchema }),
  v.strictObject({ kind: v.literal('command'), command: v.number() }),
]);

/**
 * What happens in a session, in its order; `atMs` is the time of day (Unix epoch).
 *
 * Everything that is shown, kept or exported of a session is made from these.
 */
export const sessionEventSchema = v.variant('kind', [
  /** A new connection begins; its number counts from 1. */
  v.strictObject({ kind: v.literal('opening'), ...atMs, connection: v.number() }),
  /** One address failed, another is tried. */
  v.strictObject({ kind: v.literal('address_failed'), ...atMs, address: v.string(), code: v.picklist(failureCodes) }),
  v.strictObject({
    kind: v.literal('connected'),
    ...atMs,
    address: v.string(),
    family: familySchema,
    port: v.number(),
    localAddress: v.nullable(v.string()),
    localPort: v.nullable(v.number()),
    durationMs: v.number(),
  }),
  /** TLS is agreed. With problems in `tls` and `isHeld` nothing is sent until the person accepts them. */
  v.strictObject({ kind: v.literal('secured'), ...atMs, tls: tlsEvidenceSchema, durationMs: v.number(), isHeld: v.boolean() }),
  /** The person accepted a certificate with problems. */
  v.strictObject({ kind: v.literal('accepted'), ...atMs }),
  /** Data, Telnet commands taken out. Over UDP exactly one datagram. */
  v.strictObject({ kind: v.literal('received'), ...atMs, bytes: bytesSchema }),
  /** Data as the person meant it. `isSecret`: typed while input was masked, so it is neither shown nor kept. */
  v.strictObject({ kind: v.literal('sent'), ...atMs, bytes: bytesSchema, isSecret: v.boolean() }),
  v.strictObject({ kind: v.literal('telnet'), ...atMs, side: sideSchema, signal: telnetSignalSchema }),
  /** FIN: this side will send no more; the other still may. */
  v.strictObject({ kind: v.literal('finished'), ...atMs, side: sideSchema }),
  /** Received bytes that were not shown because they came faster than they could be. */
  v.strictObject({ kind: v.literal('dropped'), ...atMs, sizeBytes: v.number() }),
  /** A file was sent, in whole or as far as it came; its bytes are in no `sent`. */
  v.strictObject({
    kind: v.literal('file'),
    ...atMs,
    name: v.string(),
    sentBytes: v.number(),
    sizeBytes: v.number(),
    result: v.picklist(['sent', 'stopped', 'session_ended', 'unreadable', 'no_file']),
  }),
  /** What was received went to a file for a while, and is in no `received`. */
  v.strictObject({ kind: v.literal('captured'), ...atMs, name: v.string(), sizeBytes: v.number() }),
  /** STARTTLS was refused or answered oddly; the session goes on in plain text where it can. */
  v.strictObject({
    kind: v.literal('upgrade_failed'),
    ...atMs,
    problem: v.picklist(['refused', 'no_answer', 'words_after_agreement', 'unknown_service']),
  }),
  v.strictObject({ kind: v.literal('ended'), ...atMs, end: sessionEndSchema }),
]);

/** What happens in a session. */
export type SessionEvent = v.InferOutput<typeof sessionEventSchema>;

/** What happens, before it gets its time. */
export type Happening = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'atMs'> : never) : never;

/** One kind of event. */
export type SessionEventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: Kind }>;
