import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter } from 'node:path';
import type { Readable } from 'node:stream';

import { findTool, toolFolders, windowsFolder } from './find-tool.ts';

/** A program of the system to run; its arguments reach it as they are, through no shell. */
export interface ToolRun {
  readonly program: string;
  readonly args: readonly string[];
  /** It is killed after this long, in milliseconds. */
  readonly limitMs: number;
}

/** How a program ended. */
export type ToolEnd =
  | { readonly kind: 'ended'; readonly exitCode: number | null }
  | { readonly kind: 'missing' }
  /** The system does not let it start. */
  | { readonly kind: 'not_permitted' }
  | { readonly kind: 'stopped' }
  /** It took too long, or said more than anybody reads. */
  | { readonly kind: 'limit' };

/** More characters than this are no answer of any of these tools. */
const LONGEST_OUTPUT = 262_144;

/** What a program that has ended printed last is here by then; in milliseconds. */
const REST_LIMIT_MS = 500;

/**
 * Runs a program of the system and yields what it prints, line by line, errors included. Never rejects.
 *
 * The process is gone when this ends, however it ends: aborted, by its limit, or because nobody reads any more.
 */
export async function* runTool({ program, args, limitMs }: ToolRun, signal: AbortSignal): AsyncGenerator<string, ToolEnd, void> {
  const path = await findTool(program);
  if (path === null) return { kind: 'missing' };
  if (signal.aborted) return { kind: 'stopped' };
  const child = spawn(path, [...args], { shell: false, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnvironment() });
  const watched = watch(child);
  let end: ToolEnd | null = null;
  const stopAs = (kind: 'stopped' | 'limit'): void => {
    end ??= { kind };
    child.kill('SIGKILL');
  };
  const stop = (): void => stopAs('stopped');
  const timer = setTimeout(() => stopAs('limit'), limitMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of watched.lines(() => stopAs('limit'))) yield line;
    return end ?? (await watched.closed);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    child.kill('SIGKILL');
    await watched.closed;
  }
}

/** Nothing of the person's own settings: tools print in one language, and find nothing of theirs. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const PATH = toolFolders().join(delimiter);
  return process.platform === 'win32' ? { PATH, SystemRoot: windowsFolder() } : { PATH, LC_ALL: 'C' };
}

interface Watched {
  readonly lines: (tooMuch: () => void) => AsyncGenerator<string, void, void>;
  readonly closed: Promise<ToolEnd>;
}

function watch(child: ChildProcess): Watched {
  const waiting: string[] = [];
  const state = { length: 0, isClosed: false, wake: (): void => undefined, tooMuch: (): void => undefined };
  const follow = (stream: Readable | null): (() => void) => {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      state.length += text.length;
      if (state.length > LONGEST_OUTPUT) return state.tooMuch();
      const parts = (rest + text).split(/\r?\n/u);
      rest = parts.pop() ?? '';
      waiting.push(...parts);
      state.wake();
    });
    return () => {
      if (rest !== '') waiting.push(rest);
    };
  };
  const flushes = [follow(child.stdout), follow(child.stderr)];
  const closed = new Promise<ToolEnd>((resolve) => {
    // A start that fails is told by an error and no exit.
    child.once('error', (error: NodeJS.ErrnoException) => resolve({ kind: error.code === 'ENOENT' ? 'missing' : 'not_permitted' }));
    child.once('close', (exitCode) => resolve({ kind: 'ended', exitCode }));
    child.once('exit', () => {
      // What it started itself may outlive it and hold its output open for ever.
      const timer = setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream?.destroy()), REST_LIMIT_MS);
      child.once('close', () => clearTimeout(timer));
    });
  }).then((end) => {
    flushes.forEach((flush) => flush());
    state.isClosed = true;
    state.wake();
    return end;
  });
  return { closed, lines: (tooMuch) => readLines(waiting, Object.assign(state, { tooMuch })) };
}

async function* readLines(waiting: string[], state: { isClosed: boolean; wake: () => void }): AsyncGenerator<string, void, void> {
  for (;;) {
    yield* waiting.splice(0);
    if (waiting.length > 0) continue;
    if (state.isClosed) return;
    await new Promise<void>((resolve) => (state.wake = resolve));
  }
}
