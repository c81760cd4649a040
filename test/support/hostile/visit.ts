import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { leave } from '../../../electron/cli/leave.ts';
import { compareNameServers } from '../../../electron/tools/compare-name-servers.ts';
import { widenLookups } from '../../../electron/probes/lookup-threads.ts';
import { openSession } from '../../../electron/console/open-session.ts';
import { finishCheck } from '../../../electron/checks/run-check.ts';
import type { Check } from '../../../shared/check/check.ts';
import { fillOptions, type ChosenOptions } from '../../../shared/check/options.ts';
import type { Target } from '../../../shared/check/target.ts';
import { toDisplay } from '../../../shared/console/display.ts';
import type { Finding } from '../../../shared/guidance/measurement.ts';
import type { SessionEnd } from '../../../shared/console/session-end.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { fillSessionRequest, type ChosenSession } from '../../../shared/console/session-request.ts';

/** Whom to check. */
export interface CheckVisit {
  readonly target: Target;
  readonly options: ChosenOptions;
}

/** Whom to talk to. */
export interface TalkVisit {
  readonly target: Target;
  readonly options: Omit<ChosenSession, 'target'>;
}

/** What a process is sent out for. */
export interface Visits {
  readonly checks: readonly CheckVisit[];
  readonly talks: readonly TalkVisit[];
  /** Names to ask every name server of this computer about. */
  readonly names?: readonly string[];
}

/** How a talk went: it is closed by us after a while, whatever the peer does. */
export interface Talked {
  readonly end: SessionEnd;
  /** From closing to the end, in milliseconds; null when it had ended before. */
  readonly closingMs: number | null;
  /** What was heard, as it is shown: its beginning. */
  readonly shown: string;
  /** What happened beside that. */
  readonly events: readonly unknown[];
}

/** What the visits brought, and what they left in this process. */
export interface Visited {
  readonly checks: readonly Check[];
  readonly talks: readonly Talked[];
  readonly findings: readonly Finding[];
  /** Handles (process.getActiveResourcesInfo) that are there after and were not before. */
  readonly handlesLeft: readonly string[];
  /** Open files after less those before; null where the system does not tell. */
  readonly filesLeft: number | null;
  readonly largestMemoryBytes: number;
}

const never = new AbortController().signal;

/** A person reads this much before closing. */
const TALK_MS = 1_000;

/** What the window's credit lets through; then the session is paused, as the window does. */
const HEARD_BYTES = 1_000_000;

async function talk({ target, options }: TalkVisit): Promise<Talked> {
  const heard: Uint8Array[] = [];
  const events: SessionEvent[] = [];
  let heardBytes = 0;
  const request = fillSessionRequest({ target, ...options });
  let finish: (end: SessionEnd) => void = () => undefined;
  const ended = new Promise<SessionEnd>((resolve) => (finish = resolve));
  const session = openSession(request, (event) => {
    if (event.kind === 'received') {
      heardBytes += event.bytes.length;
      if (heard.length < 4) heard.push(event.bytes.slice(0, 16_384));
      if (heardBytes > HEARD_BYTES) session.pause();
      return;
    }
    if (event.kind === 'secured') session.accept();
    events.push(event);
    if (event.kind === 'ended') finish(event.end);
  });
  await Promise.race([ended, sleep(TALK_MS)]);
  const isOver = session.phase === 'ended';
  const startedMs = performance.now();
  session.close();
  const end = await ended;
  return { end, closingMs: isOver ? null : performance.now() - startedMs, shown: toDisplay(Buffer.concat(heard), 'kept'), events };
}

function handles(): readonly string[] {
  return process.getActiveResourcesInfo().toSorted();
}

function openFiles(): number | null {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : null;
}

/** What is there now and was not before; an Immediate is over before anybody looks again. */
function left(before: readonly string[]): readonly string[] {
  const rest = handles().filter((name) => name !== 'Immediate');
  for (const one of before) if (rest.includes(one)) rest.splice(rest.indexOf(one), 1);
  return rest;
}

async function ask(name: string): Promise<Finding> {
  const asking = compareNameServers({ name, nameServers: [] }, never);
  for (let step = await asking.next(); ; step = await asking.next()) if (step.done === true) return step.value;
}

async function visitAll({ checks, talks, names = [] }: Visits): Promise<Visited> {
  // The first check loads what every later one uses.
  const [first] = [...checks, ...talks];
  if (first !== undefined) await finishCheck(first.target, fillOptions({ connectOnly: true, address: '127.0.0.1', timeoutMs: 500 }), never);
  await sleep(100);
  const before = { handles: handles(), files: openFiles() };
  const [checked, talked, findings] = await Promise.all([
    Promise.all(checks.map(({ target, options }) => finishCheck(target, fillOptions(options), never))),
    Promise.all(talks.map(talk)),
    Promise.all(names.map(ask)),
  ]);
  // Sockets close in the turn after; a goodbye may take half a second.
  for (let turn = 0; turn < 40 && left(before.handles).length > 0; turn += 1) await sleep(50);
  const after = openFiles();
  return {
    checks: checked,
    talks: talked,
    findings,
    handlesLeft: left(before.handles),
    filesLeft: after === null || before.files === null ? null : after - before.files,
    largestMemoryBytes: process.resourceUsage().maxRSS * 1_024,
  };
}

/** Run with the name of a file of visits (JSON) as its argument; prints what they brought (JSON). */
widenLookups();
const visited = await visitAll(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Visits);
process.stdout.write(JSON.stringify(visited), () => leave(0));
