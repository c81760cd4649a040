import * as v from 'valibot';

/** Longest wait of one step: an hour is more than anybody watches. */
const LONGEST_WAIT_MS = 3_600_000;

const waitMsSchema = v.pipe(v.number(), v.minValue(1), v.maxValue(LONGEST_WAIT_MS));
const textSchema = v.pipe(v.string(), v.maxLength(4_096));

/** One step of an expect-and-send list. */
export const dialogueStepSchema = v.variant('kind', [
  /** Goes on once the peer said this; `*` stands for anything within a line. */
  v.strictObject({ kind: v.literal('wait_for'), pattern: v.pipe(textSchema, v.minLength(1)), limitMs: waitMsSchema }),
  /** Goes on once the peer closed. */
  v.strictObject({ kind: v.literal('wait_for_close'), limitMs: waitMsSchema }),
  /** Sends a line, with escapes, in the session's encoding and with its line ending. */
  v.strictObject({ kind: v.literal('send'), text: textSchema }),
  /** Goes on after a while. */
  v.strictObject({ kind: v.literal('pause'), durationMs: waitMsSchema }),
]);

/** One step of an expect-and-send list. */
export type DialogueStep = v.InferOutput<typeof dialogueStepSchema>;

/** An expect-and-send list, kept under a name. */
export const dialogueSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  steps: v.pipe(v.array(dialogueStepSchema), v.minLength(1), v.maxLength(200)),
});

/** Limit of a wait that names none, in milliseconds: a slow server's greeting is inside, a person's patience too. */
export const DEFAULT_WAIT_MS = 10_000;

/** An expect-and-send list, kept under a name. */
export type Dialogue = v.InferOutput<typeof dialogueSchema>;
