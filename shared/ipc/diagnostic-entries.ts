import * as v from 'valibot';

import { call } from './entry.ts';

/** What is told, and what lies on this computer, when something is wrong with Sonde itself. */
export const diagnosticEntries = {
  /** The text that may be copied, without anything private. */
  readDiagnostics: call(v.null(), v.strictObject({ text: v.string() })),
  /** The crash reports on this computer, the newest first. */
  listCrashReports: call(v.null(), v.array(v.strictObject({ atMs: v.number(), sizeBytes: v.number() }))),
  /** Shows the folder in the system's own program for files. "missing": there is nothing in it yet. */
  showKept: call(v.strictObject({ kept: v.picklist(['logs', 'crashes']) }), v.picklist(['shown', 'missing'])),
  /** A fault of the page, for the log. */
  tellFault: call(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(100)),
      message: v.pipe(v.string(), v.maxLength(2_000)),
      stack: v.pipe(v.string(), v.maxLength(20_000)),
    }),
    v.null(),
  ),
} as const;
