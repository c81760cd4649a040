import { splitCommands } from './split-commands.ts';
import { readLimitMs } from '../read-limit.ts';

/** One command without what stands around it. */
export interface Command {
  /** The program's name: lower case, without folder and ".exe". */
  readonly program: string;
  readonly words: readonly string[];
  /** Something stood before it that only stands before commands. */
  readonly isWrapped: boolean;
  /** What `timeout` before it allows, in milliseconds, or null. */
  readonly limitMs: number | null;
}

/**
 * The command behind `sudo`, `time`, `timeout 5`, `while !` and the like, or the commands given to `bash -c`, `powershell -Command` and
 * `cmd /c`; `depth` is how many such shells inside each other are opened.
 */
export function unwrapCommand(words: readonly string[], depth = 2): readonly Command[] {
  let index = 0;
  let limitMs: number | null = null;
  for (let word = words[index]; word !== undefined; word = words[index]) {
    const letters = wrappers.get(programName(word));
    if (letters === undefined && !/^\w{1,64}=|[$#%\u276f\u279c]$/u.test(word)) break;
    index = letters === undefined ? index + 1 : skipOptions({ words, index: index + 1, letters });
    if (programName(word) === 'timeout') limitMs = readLimitMs(words[index++] ?? '');
  }
  const [first = '', ...rest] = words.slice(index);
  const program = programName(first);
  const script = depth > 0 ? scriptOf(program, rest) : null;
  if (script === null) return [{ program, words: rest, isWrapped: index > 0, limitMs }];
  const inside = splitCommands(script).commands.flatMap((command) => unwrapCommand(command, depth - 1));
  return inside.map((command) => ({ ...command, limitMs: command.limitMs ?? limitMs }));
}

/** Words that may stand before a program, and their options that take a value. */
const wrappers = new Map([
  ['sudo', 'CDghpRrTtUu'],
  ['doas', 'Cu'],
  ['env', 'CSu'],
  ['nice', 'n'],
  ['nohup', ''],
  ['stdbuf', 'eio'],
  ['time', 'fo'],
  ['timeout', 'ks'],
  ['watch', 'n'],
  ['busybox', ''],
  ...['command', 'exec', 'if', 'then', 'while', 'until', 'do', 'else', '!'].map((word): [string, string] => [word, '']),
]);

function programName(word: string): string {
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLowerCase();
  return name.endsWith('.exe') ? name.slice(0, -4) : name;
}

function skipOptions({ words, index, letters }: { words: readonly string[]; index: number; letters: string }): number {
  let next = index;
  for (let word = words[next]; word?.startsWith('-') === true; word = words[next]) {
    next += word.length === 2 && letters.includes(word.charAt(1)) ? 2 : 1;
  }
  return next;
}

/** What a shell is told to run. PowerShell and cmd take all words that follow, the others one. */
function scriptOf(program: string, words: readonly string[]): string | null {
  const isPosix = /^(?:ba|da|z|k|a)?sh$/u.test(program);
  const option = isPosix
    ? /^-[a-z]*c$/u
    : /^(?:powershell|pwsh)$/u.test(program)
      ? /^-c(?:ommand)?$/iu
      : program === 'cmd'
        ? /^\/[ck]$/iu
        : null;
  const at = option === null ? -1 : words.findIndex((word) => option.test(word));
  if (at < 0) return null;
  return isPosix ? (words[at + 1] ?? '') : words.slice(at + 1).join(' ');
}
