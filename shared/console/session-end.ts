import * as v from 'valibot';

import { failureCodes } from '../check/failure.ts';

const causeSchema = v.strictObject({
  code: v.picklist(failureCodes),
  /** As the system spells it (ECONNRESET), or null when it was our own limit. */
  systemCode: v.nullable(v.string()),
  /** The original text, visible, or null. */
  detail: v.nullable(v.string()),
});

/** Why a connection ended, or never was. */
export const endReasonSchema = v.variant('kind', [
  /** No connection: the name, every address, or TLS failed. */
  v.strictObject({ kind: v.literal('not_connected'), operation: v.picklist(['resolve', 'connect', 'handshake']), cause: causeSchema }),
  /** Both sides said FIN; `by` said it first. */
  v.strictObject({ kind: v.literal('closed'), by: v.picklist(['you', 'peer']) }),
  /** RST: what was on its way is lost. */
  v.strictObject({ kind: v.literal('reset'), by: v.picklist(['you', 'peer']) }),
  /** Our own limit: nothing came or went for this long. */
  v.strictObject({ kind: v.literal('idle'), limitMs: v.number() }),
  /** The computer went to sleep. */
  v.strictObject({ kind: v.literal('suspended') }),
  /** The network failed under the open connection. */
  v.strictObject({ kind: v.literal('failed'), cause: causeSchema }),
]);

/** Why a connection ended, or never was. */
export type EndReason = v.InferOutput<typeof endReasonSchema>;

/** How one connection of a session ended: always said, with how much and how long. */
export const sessionEndSchema = v.strictObject({
  reason: endReasonSchema,
  /** From connected to the end, in milliseconds; 0 when it never was. */
  durationMs: v.number(),
  /** As they came from the wire. */
  receivedBytes: v.number(),
  /** Handed to the system; what a reset threw away is among them. */
  sentBytes: v.number(),
});

/** How one connection of a session ended. */
export type SessionEnd = v.InferOutput<typeof sessionEndSchema>;
