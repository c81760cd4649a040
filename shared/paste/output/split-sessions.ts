import { cleanText } from '../clean-text.ts';
import { splitCommands } from '../command/split-commands.ts';
import { unwrapCommand } from '../command/unwrap-command.ts';
import { cleanOutput } from './clean-output.ts';
import { tools } from './tools.ts';

/** One command of a pasted terminal, as far as it was pasted, and what it printed. */
export interface Session {
  /** The command as it was typed, without its prompt, or null. */
  readonly command: string | null;
  /** Its program, lower case, or null. */
  readonly program: string | null;
  /** What it printed; blank lines at both ends are left out. */
  readonly lines: readonly string[];
  /** What `echo $?` after it printed, or null. */
  readonly exitCode: number | null;
}

/**
 * Parts a pasted terminal into commands and what each printed; text without a command is one session.
 *
 * A line opens a session when it is a prompt with a known tool after it (output often has "$", "#" or ">" in front too: comments,
 * `curl -v`); the first line also when it begins with the tool itself.
 */
export function splitSessions(text: string): readonly Session[] {
  const sessions: { command: string | null; program: string | null; lines: string[] }[] = [{ command: null, program: null, lines: [] }];
  for (const line of cleanOutput(text)) {
    const isFirst = sessions.length === 1 && (sessions[0]?.lines ?? []).every((before) => before.trim() === '');
    const opened = openedBy(line, isFirst);
    if (opened === null) sessions.at(-1)?.lines.push(line);
    else sessions.push({ ...opened, lines: [] });
  }
  return sessions.map(finish).filter(({ command, lines }) => command !== null || lines.length > 0);
}

function openedBy(line: string, isFirst: boolean): { readonly command: string; readonly program: string } | null {
  if (line.length > LONGEST_COMMAND || shellComplaint.test(line)) return null;
  const command = cleanText(line);
  const program = programOf(command);
  if (program === null) return null;
  const isPrompted = command.length < line.trim().length;
  return isPrompted || (isFirst && !output.test(line)) ? { command, program } : null;
}

/** Longer lines are output; so nobody waits while they are parted into words. */
const LONGEST_COMMAND = 2_000;

/** "bash: line 1: /dev/tcp/...: Connection refused" names the device too. */
const shellComplaint = /^-?\S{0,60}sh: /u;

/** Lines of output that begin with a tool's own name. */
const output = /^(?:[A-Z]\w{1,20}-\w{1,40} : |traceroute6? to |PING |Ping |Host |\S{1,40}:)|^(?:host|service|ip|ss) is\b/u;

function programOf(command: string): string | null {
  if (/\/dev\/(?:tcp|udp)\//u.test(command)) return 'bash';
  const [words] = splitCommands(command).commands;
  const [first] = words === undefined ? [] : unwrapCommand(words);
  return first !== undefined && tools.has(first.program) ? first.program : null;
}

function finish({
  command,
  program,
  lines,
}: {
  readonly command: string | null;
  readonly program: string | null;
  readonly lines: readonly string[];
}): Session {
  const asked = lines.findIndex((line) => exitQuestion.test(line));
  const printed = trimBlank(lines.slice(0, asked < 0 ? lines.length : asked));
  const codeText = asked >= 0 ? lines[asked + 1] : command !== null && exitQuestion.test(command) ? printed.at(-1) : undefined;
  const exitCode = codeText !== undefined && /^\d{1,3}$/u.test(codeText) ? Number(codeText) : null;
  return { command, program, lines: asked < 0 && exitCode !== null ? trimBlank(printed.slice(0, -1)) : printed, exitCode };
}

const exitQuestion = /(?:^|[\s;])echo "?\$\?"?\s*$/u;

function trimBlank(lines: readonly string[]): readonly string[] {
  const isWritten = (line: string): boolean => line.trim() !== '';
  const first = lines.findIndex(isWritten);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isWritten) + 1);
}
