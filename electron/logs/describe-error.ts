/** What of an error is kept. */
export interface DescribedError {
  readonly name: string;
  /** The system's, Node's or SQLite's code: ENOSPC, ERR_INVALID_ARG_TYPE. */
  readonly code: string | null;
  /** Where it happened, the innermost first: "attend (out/main/attend.js:12:5)". */
  readonly frames: readonly string[];
}

const FRAME_LIMIT = 12;

/** Characters, more than any line of ours has. The page tells stacks too: once it is not ours any more, one long line could cost a second. */
const FRAME_LENGTH_LIMIT = 1_000;

/**
 * Describes what was thrown, whatever it is, without its message: a message may quote what a server said, a host, or a path. A stack's lines
 * are kept only where they name our own files, relative to `codeFolder`, or Node's. Never throws.
 */
export function describeError(thrown: unknown, codeFolder: string): DescribedError {
  const name = textOf(thrown, 'name');
  const code = textOf(thrown, 'code');
  return {
    name: isErrorName(name) ? name : typeof thrown,
    code: isErrorCode(code) ? code : null,
    frames: framesOf(thrown, codeFolder),
  };
}

/** The message, for a log that is to have it; empty where there is none. */
export function messageOf(thrown: unknown): string {
  return textOf(thrown, 'message') ?? (typeof thrown === 'string' ? thrown : '');
}

/** Whether a text can be a line of `DescribedError.frames`, whoever wrote it. */
export function isFrame(text: string): boolean {
  return /^(?:[\w$.<>#[\] ]{1,100} )?\((?:out\/|electron\/|shared\/|node:|app:\/\/ui\/)[\w./-]{1,200}:\d+:\d+\)$/u.test(text);
}

/** Whether a text can be the name of an error and nothing else: a host can be one word, too. */
export function isErrorName(text: string | null): text is string {
  return text !== null && /^(?:[A-Z]\w{0,40})?(?:Error|Exception)$/u.test(text);
}

/** Whether a text can be a code of the system, Node or SQLite, and nothing else. */
export function isErrorCode(text: string | null): text is string {
  return text !== null && /^(?:E[A-Z0-9]{3,15}|(?:ERR|SQLITE)_[A-Z0-9_]{1,60}|[A-Z]{3,15}_ERR|MODULE_NOT_FOUND)$/u.test(text);
}

function framesOf(thrown: unknown, codeFolder: string): readonly string[] {
  const stack = textOf(thrown, 'stack') ?? '';
  const message = messageOf(thrown);
  // "TypeError [ERR_INVALID_ARG_TYPE]", then the message. One of several lines can look like a stack: what is read begins after it, and
  // nothing is read where it does not stand there, because it was changed since.
  const name = /^\w*(?: \[\w+\])?/u.exec(stack)?.[0] ?? '';
  const head = message === '' ? `${name}\n` : `${name}: ${message}\n`;
  if (!stack.startsWith(head)) return [];
  return stack
    .slice(head.length)
    .split('\n')
    .filter((line) => line.length <= FRAME_LENGTH_LIMIT)
    .map((line) => frameOf(line, codeFolder))
    .filter(isFrame)
    .slice(0, FRAME_LIMIT);
}

/** One line of V8 ("    at attend (file:///…/out/main/attend.js:12:5)") in our own form. */
function frameOf(line: string, codeFolder: string): string {
  const [, inFunction, alone] = /^\s+at (?:(.*? \(.*\))|(.*))$/u.exec(line) ?? [];
  const frame = (inFunction ?? `(${alone ?? ''})`).replaceAll('\\', '/');
  // A path may stand as such or as a URL, which on Windows has a slash before the drive.
  const folder = codeFolder.replaceAll('\\', '/').replaceAll(/^\/|\/$/gu, '');
  for (const start of ['(', '(/', '(file:///'].flatMap((before) => [`${before}${folder}/`, `${before}${encodeURI(folder)}/`])) {
    if (frame.includes(start)) return frame.replace(start, '(');
  }
  return frame;
}

/** A text property of anything, also of one whose getters throw. */
function textOf(thrown: unknown, property: 'name' | 'code' | 'message' | 'stack'): string | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  try {
    const value: unknown = Reflect.get(thrown, property);
    return typeof value === 'string' ? value : null;
  } catch {
    return null; // a getter of its own
  }
}
