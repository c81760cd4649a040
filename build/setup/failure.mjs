/** Something that stops a script and that the person at the keyboard can mend: what failed, why, and what to do about it. */
export class SetupFailure extends Error {
  /** @param {{ what: string, why: string, remedy: string }} parts */
  constructor({ what, why, remedy }) {
    super(what);
    this.name = 'SetupFailure';
    this.why = why;
    this.remedy = remedy;
  }
}

/**
 * Prints a failure for a person; a bug (any other error) keeps its stack.
 *
 * @param {unknown} error
 */
export function printFailure(error) {
  if (!(error instanceof SetupFailure)) {
    console.error(error);
    return;
  }
  console.error(`\nFailed: ${error.message}`);
  console.error(`Why:    ${indented(error.why)}`);
  console.error(`To do:  ${indented(error.remedy)}\n`);
}

/** @param {string} text */
function indented(text) {
  return text.trimEnd().split('\n').join('\n        ');
}
