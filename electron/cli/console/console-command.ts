import { readFile } from 'node:fs/promises';

import { isLoopback } from '../../../shared/check/loopback.ts';
import { formatTarget } from '../../../shared/check/target.ts';
import { openSession } from '../../console/open-session.ts';
import type { Session, SessionListener } from '../../console/session.ts';
import { makeSelfSigned, type ServerIdentity } from '../../console/self-signed.ts';
import { parseFlags } from '../parse-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { consoleFlags } from './console-flags.ts';
import type { ConsoleRequest, ListeningChoice } from './console-request.ts';
import { readConsole } from './read-console.ts';
import { startSessionKeeping, type SessionKeepingWish } from './start-session-keeping.ts';
import { startTalk, type Held, type Talk } from './talk.ts';
import { openTranscriptFile, type TranscriptFile } from './transcript-file.ts';
import { waitForPeers } from './wait-for-peers.ts';

/** `sonde console`: joins a connection, made or awaited, to stdin and stdout. */
export async function consoleCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const parsed = parseFlags({ command: 'console', flags: consoleFlags, words: typed });
  if (parsed.kind === 'help') {
    const { consoleHelp } = await import('./console-help.ts');
    around.screen.resultText(consoleHelp);
    return 0;
  }
  const reading = parsed.kind === 'wrong' ? parsed : readConsole(parsed.words, parsed.values, around.words);
  if (reading.kind === 'wrong') return refuse(reading.problem, around);
  const { request } = reading;
  const transcript = request.transcriptPath === null ? null : await openTranscript(request, request.transcriptPath, around);
  if (transcript === null && request.transcriptPath !== null) return refuse(`${request.transcriptPath} cannot be written.`, around);
  const keeper = await startSessionKeeping(wishOf(request), around);

  around.screen.allowLeaving();
  const interrupted = new AbortController();
  const stopped = AbortSignal.any([signal, interrupted.signal]);
  const talk = startTalk({ request, around, transcript, keeper, onInterrupt: () => interrupted.abort() }, stopped);
  try {
    const exitCode =
      request.listening === null
        ? await connect(request, talk)
        : await waitAndTalk({ request, choice: request.listening, talk, ...around }, stopped);
    return stopped.aborted && around.screen.isRead() ? 130 : exitCode;
  } finally {
    talk.stop();
    keeper.close();
    const lost = await transcript?.close();
    if (lost != null) around.screen.message([[`sonde: The transcript is not complete: ${lost.message}`]]);
  }
}

async function connect({ session }: ConsoleRequest, talk: Talk): Promise<ExitCode> {
  const open = (listener: SessionListener): Session => openSession(session, listener);
  return exitCodeOf(await talk.hold({ open, target: session.target, side: 'dialled' }));
}

interface Awaiting extends Surroundings {
  readonly request: ConsoleRequest;
  readonly choice: ListeningChoice;
  readonly talk: Talk;
}

async function waitAndTalk({ request, choice, talk, ...around }: Awaiting, signal: AbortSignal): Promise<ExitCode> {
  const identity = await readIdentity(choice);
  if (identity === 'unreadable') return refuse('The certificate or its key cannot be read.', around);
  const { screen, words } = around;
  const { session, isVerbose } = request;
  if (!isLoopback(session.target.host)) screen.message([[`sonde: ${words.console.openToOthers(formatTarget(session.target))}`]]);
  const onListening = (place: { readonly address: string; readonly port: number }): void => {
    if (screen.isWatched || isVerbose) screen.message([[words.console.listening(formatTarget({ host: place.address, port: place.port }))]]);
  };
  const peers = waitForPeers({ session, identity, isRepeated: choice.isRepeated, onListening }, signal);
  let exitCode: ExitCode = 0;
  for (;;) {
    const next = await peers.next();
    if (next.done === true) {
      if (next.value === null) return exitCode;
      return refuse(words.console.notListening(formatTarget(session.target), next.value.code), around, 1);
    }
    const peer = next.value;
    const target = { host: peer.address, port: peer.port, transport: session.target.transport };
    exitCode = exitCodeOf(await talk.hold({ open: peer.open, target, side: 'accepted' }));
  }
}

async function readIdentity({ identity }: ListeningChoice): Promise<ServerIdentity | null | 'unreadable'> {
  if (identity === null) return null;
  if (identity.kind === 'made') return makeSelfSigned(['localhost', '127.0.0.1', '::1'], Date.now());
  try {
    const [certificate, key] = await Promise.all([readFile(identity.certificatePath, 'utf8'), readFile(identity.keyPath, 'utf8')]);
    return { certificate, key };
  } catch {
    // Whatever the disk's reason: the caller says so.
    return 'unreadable';
  }
}

function openTranscript(
  { session, encoding, isSentKept }: ConsoleRequest,
  path: string,
  { words }: Surroundings,
): Promise<TranscriptFile | null> {
  const { target } = session;
  return openTranscriptFile({ path, isSentKept, encoding, transport: target.transport, endpoint: formatTarget(target), words });
}

/** What passes from one program to another is theirs, and only how it went is kept; what a person sees or types is, as in the window. */
function wishOf({ saving, isSentKept, session }: ConsoleRequest): SessionKeepingWish {
  const saved = !saving.isWanted ? 'nothing' : process.stdin.isTTY || process.stdout.isTTY ? 'all' : 'outcome';
  return { saved, isSentKept, dataFolder: saving.dataFolder, service: session.service };
}

/** As nc: 0 as soon as there was a connection, however it ended. */
function exitCodeOf({ end, wasUnsafe }: Held): ExitCode {
  return wasUnsafe || end.reason.kind === 'not_connected' ? 1 : 0;
}

function refuse(problem: string, { screen }: Pick<Surroundings, 'screen'>, exitCode: ExitCode = 2): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return exitCode;
}
