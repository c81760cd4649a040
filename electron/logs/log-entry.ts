import { channel } from 'node:diagnostics_channel';
import * as v from 'valibot';

/**
 * What is worth a line in the log. A closed list of names with numbers and words of ours: nothing a server said, nobody's host, and nothing
 * that was typed has a place in it. What a bug threw is the exception, and `describeError` decides what of it is kept.
 */
export const logEntrySchema = v.variant('event', [
  v.strictObject({ event: v.literal('started'), version: v.string(), electron: v.string(), platform: v.string() }),
  v.strictObject({ event: v.literal('history_opened'), openedAfterMs: v.number(), isWritable: v.boolean() }),
  v.strictObject({ event: v.literal('history_unusable'), problem: v.string() }),
  /** The window's own process, or one of Chromium's. */
  v.strictObject({ event: v.literal('process_gone'), process: v.string(), reason: v.string(), exitCode: v.number() }),
  v.strictObject({ event: v.literal('looked_for_update'), result: v.string(), isAsked: v.boolean() }),
  v.strictObject({ event: v.literal('suspended') }),
  v.strictObject({ event: v.literal('resumed') }),
  v.strictObject({ event: v.literal('ended') }),
  /** A fault of Sonde itself. */
  v.strictObject({ event: v.literal('bug'), where: v.picklist(['main', 'page']), thrown: v.unknown() }),
]);

/** What is worth a line in the log. */
export type LogEntry = v.InferOutput<typeof logEntrySchema>;

/**
 * Node's own way to tell whoever listens in this process: nobody has to be handed a log, and where none is kept (the command line, a test)
 * nothing happens.
 */
export const logChannel = channel('sonde:log');

/** Tells the log, if one is kept. Never throws. */
export function tellLog(entry: LogEntry): void {
  logChannel.publish(entry);
}
