import type { PasteContext } from './paste-context.ts';
import type { Session } from './split-sessions.ts';
import type { Told } from './told.ts';

/**
 * A way tools print what they found.
 *
 * To add one: a file in `forms/` (or `../server/`) that exports an OutputForm, one line in `output-forms.ts`, its captures in
 * test/fixtures/output.
 */
export interface OutputForm {
  readonly name: string;
  /** It says something of the target only, so it cannot be read without one. */
  readonly needsTarget: boolean;
  /** What the lines tell; null when they are not of this form. Pure, never throws, linear. */
  readonly read: (session: Session, context: PasteContext) => readonly Told[] | null;
}
