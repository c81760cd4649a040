import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

import { commandLineFile } from '../../electron/cli/sonde.ts';
import { kill, type Finished } from '../command.ts';
import type { Lab } from '../lab.ts';

/** The words that start `sonde console` from its source on a machine of the lab; nothing is kept unless it is said where. */
export function consoleWords(words: readonly string[], saving: readonly string[] = ['--no-save']): readonly string[] {
  return [process.execPath, commandLineFile, 'console', ...words, ...saving];
}

/** What is asked of one program in a pipe. */
export interface PipedRun {
  readonly words: readonly string[];
  /** What comes in from the pipe, as printf takes it; nothing unless given. */
  readonly input?: string;
  /** How long the pipe stays open after that, in seconds; it is closed at once unless given. */
  readonly openS?: number;
}

/** Runs `sonde console` on the client as people write it: `printf '...' | sonde console ...`. Spaces that do not break are made plain. */
export async function pipe(lab: Lab, { words, ...rest }: PipedRun): Promise<Finished> {
  return pipeInto(lab, { words: consoleWords(words), ...rest });
}

/** The same with any program. */
export async function pipeInto(lab: Lab, { words, input = '', openS = 0 }: PipedRun): Promise<Finished> {
  const script = '{ printf "$0"; sleep "$1"; } | { shift; "$@"; }';
  const finished = await lab.run('client', ['sh', '-c', script, input, String(openS), ...words]);
  return { ...finished, stderr: finished.stderr.replaceAll('\u00a0', ' ') };
}

/** `sonde console` with a terminal for stdin, stdout and stderr, and a person who types at it. */
export interface AtTerminal {
  /** Everything the person has seen. */
  readonly screen: () => string;
  readonly type: (text: string) => void;
  readonly untilSeen: (text: string | RegExp) => Promise<void>;
  /** Its exit code, once it ended. */
  readonly exitCode: Promise<number | null>;
}

/** Sits down on the client before a terminal that util-linux's script makes, and starts `sonde console` there. */
export function sitDown(lab: Lab, words: readonly string[]): AtTerminal {
  // What is said at a terminal is kept: in the lab's own folder.
  const command = consoleWords(words, ['--data', join(lab.folder, 'history')]).map((word) => `'${word}'`).join(' '); // prettier-ignore
  const child = lab.spawn('client', ['script', '--quiet', '--flush', '--return', '--command', command, join(lab.folder, 'typescript')]);
  onTestFinished(() => kill(child));
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (seen += text));
  child.stdin.on('error', () => undefined);
  const screen = (): string => seen.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ');
  return {
    screen,
    type: (text) => void child.stdin.write(text),
    untilSeen: (text) =>
      vi.waitFor(
        () => {
          const isSeen = typeof text === 'string' ? screen().includes(text) : text.test(screen());
          if (!isSeen) throw new Error(`${String(text)} is not on the screen:\n${screen()}`);
        },
        { timeout: 10_000 },
      ),
    exitCode: new Promise((resolve) => child.on('close', resolve)),
  };
}

/** Ctrl-C and Ctrl-D, as a terminal gets them. */
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';
