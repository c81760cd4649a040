import * as v from 'valibot';

import { failureCodes } from '../check/failure.ts';
import { dialogueSchema } from '../console/dialogue.ts';
import { lineEndingSchema } from '../console/line-ending.ts';
import { bytesSchema, sessionEventSchema } from '../console/session-event.ts';
import { sessionRequestSchema } from '../console/session-request.ts';
import { telnetPolicySchema } from '../console/telnet-policy.ts';
import { textEncodingSchema } from '../console/text-encoding.ts';
import { storeProblemSchema } from '../history/store-problem.ts';
import { noSessionSchema, serviceIdSchema, sessionIdSchema, typedLineSchema, WRITE_LIMIT_BYTES } from './console-answers.ts';
import { call, stream } from './entry.ts';
import { choosingSchema, dismissedSchema, fileNotWrittenSchema } from './file-answers.ts';

/** Null: as the person chose for the service (`readConsoleHabits`). */
const isSentKeptSchema = v.optional(v.nullable(v.boolean()), null);

/** What a session is held with: a target to dial, or somebody who called at a port that is listened at. */
const sessionSourceSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('target'), session: sessionRequestSchema, isSentKept: isSentKeptSchema }),
  v.strictObject({ kind: v.literal('peer'), peerId: sessionIdSchema, isSentKept: isSentKeptSchema }),
]);

const consoleEventSchema = v.variant('kind', [
  /** Comes first. The calls below name the session by this number until the stream ends. */
  v.strictObject({ kind: v.literal('opened'), sessionId: sessionIdSchema, isSentKept: v.boolean() }),
  /** What happened, in order. After it is painted the window acknowledges `sizeBytes`; a window that is behind makes the peer wait. */
  v.strictObject({
    kind: v.literal('events'),
    events: v.array(sessionEventSchema),
    sizeBytes: v.number(),
    /** From now on what is typed is to be masked: the peer asks for a secret, or said that it echoes itself. */
    isMasked: v.boolean(),
  }),
  /** The transcript is on the disk up to this line. With a problem it is not, for now: it is tried again. */
  v.strictObject({
    kind: v.literal('kept'),
    transcriptId: v.nullable(v.number()),
    lineCount: v.number(),
    problem: v.nullable(storeProblemSchema),
  }),
  /** Nobody waits under that number any more. Nothing comes after. */
  v.strictObject({ kind: v.literal('no_peer') }),
]);

/** NAWS has two bytes for each. */
const cellCountSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

const actSchema = v.variant('kind', [
  /** FIN: nothing more is sent, the peer may go on. */
  v.strictObject({ kind: v.literal('half_close') }),
  /** Closes politely, or gives up connecting. */
  v.strictObject({ kind: v.literal('close') }),
  /** RST. */
  v.strictObject({ kind: v.literal('reset') }),
  /** Connects again with the same settings; the transcript goes on. */
  v.strictObject({ kind: v.literal('reconnect') }),
  /** Goes on in spite of the problems of the certificate. */
  v.strictObject({ kind: v.literal('accept_tls') }),
  /** Goes on in TLS, in the words of a service. */
  v.strictObject({ kind: v.literal('start_tls'), service: v.pipe(v.string(), v.maxLength(40)) }),
  /** Stops reading, so that the peer has to wait; `read_on` reads on. */
  v.strictObject({ kind: v.literal('stop_reading') }),
  v.strictObject({ kind: v.literal('read_on') }),
  v.strictObject({ kind: v.literal('telnet_policy'), policy: telnetPolicySchema }),
  /** Told to a Telnet peer that asked for it (NAWS, RFC 1073). */
  v.strictObject({ kind: v.literal('window_size'), columns: cellCountSchema, rows: cellCountSchema }),
  /** Whether sent text is kept from now on; the choice of this session wins over that of its service. */
  v.strictObject({ kind: v.literal('keep_sent'), isSentKept: v.boolean() }),
]);

/** What a person does in a session. */
export type ConsoleAct = v.InferOutput<typeof actSchema>;

const causeEntries = { code: v.picklist(failureCodes), systemCode: v.nullable(v.string()), detail: v.nullable(v.string()) };

const listenRequestSchema = v.strictObject({
  /** A local address; `::` and `0.0.0.0` are every one. What is not loopback needs `isOpenToOthers`, after a warning. */
  address: v.optional(v.pipe(v.string(), v.maxLength(120)), '127.0.0.1'),
  isOpenToOthers: v.optional(v.boolean(), false),
  /** 0 lets the system choose. */
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  /** With a certificate that vouches for itself, made for this once. */
  isTls: v.optional(v.boolean(), false),
  service: v.optional(serviceIdSchema, null),
  telnet: v.optional(telnetPolicySchema, 'off'),
  answersFin: v.optional(v.boolean(), true),
});

const listenEventSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('listening'),
    address: v.string(),
    port: v.number(),
    /** SHA-256 of the certificate, as colon-separated hexadecimal; null without TLS. */
    fingerprint: v.nullable(v.string()),
  }),
  /** Somebody connected. Nothing is read from them until `openConsole` takes them; who is not taken when listening ends is hung up on. */
  v.strictObject({ kind: v.literal('peer'), peerId: sessionIdSchema, address: v.string(), port: v.number() }),
  /** Too many wait to be taken: this one was hung up on. */
  v.strictObject({ kind: v.literal('peer_refused'), address: v.string(), port: v.number() }),
  /** It could not be had, or was lost. Nothing comes after. */
  v.strictObject({ kind: v.literal('failed'), ...causeEntries }),
  /** The address is not loopback and nobody agreed to that. Nothing comes after. */
  v.strictObject({ kind: v.literal('not_loopback') }),
]);

const dialogueResultSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('done') }),
  v.strictObject({ kind: v.literal('timed_out'), stepIndex: v.number() }),
  v.strictObject({ kind: v.literal('closed'), stepIndex: v.number() }),
  v.strictObject({ kind: v.literal('unsendable'), stepIndex: v.number() }),
  v.strictObject({ kind: v.literal('stopped') }),
]);

/** Talking to a service, live. */
export const consoleEntries = {
  /** Opens a session. Stopping closes it politely, saves its transcript, and ends. */
  openConsole: stream(sessionSourceSchema, consoleEventSchema),
  /** The window has painted this much of `events`. */
  acknowledgeConsole: call(
    v.strictObject({ sessionId: sessionIdSchema, sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    v.null(),
  ),
  /** Sends bytes as the person means them. */
  writeConsole: call(
    v.strictObject({
      sessionId: sessionIdSchema,
      bytes: v.pipe(bytesSchema, v.minLength(1), v.maxLength(WRITE_LIMIT_BYTES)),
      /** Typed while input was masked: neither shown nor kept, in no list of lines. */
      isSecret: v.boolean(),
      /** The line as typed, to be offered again; remembered only where sent text is kept and it holds no credential. */
      line: v.optional(v.nullable(typedLineSchema), null),
    }),
    v.strictObject({
      /** But for "sent" nothing of it was sent. "full": what was sent before has not left yet, so wait. "too_long": over UDP one datagram. */
      kind: v.picklist(['sent', 'full', 'not_open', 'held', 'finished', 'too_long', 'no_session']),
    }),
  ),
  /** "not_now": it means nothing where the session stands. */
  actOnConsole: call(
    v.strictObject({ sessionId: sessionIdSchema, act: actSchema }),
    v.strictObject({ kind: v.picklist(['done', 'not_now', 'no_session']) }),
  ),
  /** Runs an expect-and-send list in a session. Stopping stops it where it is. One at a time in a session: a second answers `busy`. */
  runDialogue: stream(
    v.strictObject({
      sessionId: sessionIdSchema,
      steps: dialogueSchema.entries.steps,
      encoding: textEncodingSchema,
      lineEnding: lineEndingSchema,
    }),
    v.variant('kind', [
      /** This step is awaited now. */
      v.strictObject({ kind: v.literal('step'), stepIndex: v.number() }),
      v.strictObject({ kind: v.literal('ended'), result: dialogueResultSchema }),
      v.strictObject({ kind: v.literal('busy') }),
      noSessionSchema,
    ]),
  ),
  /** Sends a file the person chooses in the system's dialog. Stopping stops it. */
  sendConsoleFile: stream(
    v.strictObject({ sessionId: sessionIdSchema }),
    v.variant('kind', [
      choosingSchema,
      v.strictObject({ kind: v.literal('progress'), sentBytes: v.number(), sizeBytes: v.number() }),
      v.strictObject({ kind: v.literal('ended'), result: v.picklist(['sent', 'stopped', 'session_ended', 'unreadable', 'no_file']) }),
      dismissedSchema,
      noSessionSchema,
    ]),
  ),
  /**
   * Writes everything received from now on to a file the person chooses, exact, until it is stopped or the session's stream ends. Unless
   * `isShown`, the window and the transcript get none of it but a `captured` event at the end. TCP loses nothing; over UDP what comes too
   * fast is dropped and counted.
   */
  captureConsole: stream(
    v.strictObject({ sessionId: sessionIdSchema, isShown: v.boolean() }),
    v.variant('kind', [
      choosingSchema,
      v.strictObject({ kind: v.literal('progress'), writtenBytes: v.number(), droppedBytes: v.number() }),
      v.strictObject({ kind: v.literal('ended'), path: v.string(), writtenBytes: v.number(), droppedBytes: v.number() }),
      fileNotWrittenSchema,
      v.strictObject({ kind: v.literal('busy') }),
      dismissedSchema,
      noSessionSchema,
    ]),
  ),
  /** Waits at a local TCP port until it is stopped; sessions that were opened go on. */
  listenConsole: stream(listenRequestSchema, listenEventSchema),
} as const;
