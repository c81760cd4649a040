import { lookup, Resolver } from 'node:dns/promises';
import { getServers } from 'node:dns';

import type { Finding } from '../../shared/guidance/measurement.ts';
import { classifyAnswer } from '../probes/classify.ts';
import { startStopwatch } from '../probes/stopwatch.ts';
import { waitFor } from '../probes/wait-for.ts';
import { keepRecords, recordKindsOf, type RecordQuestion } from './record-kinds.ts';
import { unavailable } from './tool-answer.ts';

/** A name to ask several servers about. */
export interface NameQuestion {
  /** In punycode. */
  readonly name: string;
  /** Servers beside the system's own, as the person chose them: addresses, with a port after a colon where it is not 53. */
  readonly nameServers: readonly string[];
}

type DnsFinding = Extract<Finding, { readonly kind: 'dns' }>;
type Answer = DnsFinding['answers'][number];

/** For each question, and once more when nothing came; c-ares would wait longer the second time. */
const TIMEOUT_MS = 3_000;

/**
 * Asks for a name as this computer's programs do, and each server directly for every kind of record that matters; yields the answers
 * as they come. Never rejects.
 */
export async function* compareNameServers(
  { name, nameServers }: NameQuestion,
  signal: AbortSignal,
): AsyncGenerator<Finding, Finding, void> {
  const answers: Answer[] = [];
  const asked = [
    askSystem(name, signal),
    ...[...new Set([...getServers(), ...nameServers])].map((server) => askServer(server, name, signal)),
  ];
  for await (const found of inOrderOfArrival(asked)) {
    if (signal.aborted) return unavailable('stopped');
    answers.push(...found);
    yield { kind: 'dns', answers: [...answers] };
  }
  return signal.aborted ? unavailable('stopped') : { kind: 'dns', answers };
}

/** getaddrinfo: the hosts file, search suffixes and whatever else the system is set up with. It cannot be taken back, so it is only waited for. */
function askSystem(name: string, signal: AbortSignal): Promise<readonly Answer[]> {
  const elapsedMs = startStopwatch();
  const answer = (recordKind: string, kind: Answer['kind'], records: readonly string[]): Answer => ({
    ...{ server: null, recordKind, kind, records: [...records], timeToLiveSeconds: null, durationMs: elapsedMs() },
  });
  return waitFor<readonly Answer[]>(
    {
      limitMs: 4 * TIMEOUT_MS,
      atLimit: () => [answer('A', 'timed_out', [])],
      atCancel: () => [],
      begin: (finish) => {
        lookup(name, { all: true, order: 'verbatim' }).then(
          (found) =>
            finish(
              [4, 6].flatMap((family) =>
                systemAnswer(
                  answer,
                  family,
                  found.filter((one) => one.family === family).map(({ address }) => address),
                ),
              ),
            ),
          (error: unknown) => finish([answer('A', classifyAnswer(error).kind, [])]),
        );
        return () => undefined;
      },
    },
    signal,
  );
}

function systemAnswer(
  answer: (recordKind: string, kind: Answer['kind'], records: readonly string[]) => Answer,
  family: number,
  addresses: readonly string[],
): readonly Answer[] {
  return addresses.length === 0 ? [] : [answer(family === 4 ? 'A' : 'AAAA', 'answered', keepRecords([...new Set(addresses)]).records)];
}

async function askServer(server: string, name: string, signal: AbortSignal): Promise<readonly Answer[]> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, maxTimeout: TIMEOUT_MS, tries: 2 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    resolver.setServers([server]);
    return await Promise.all(recordKindsOf(name).map((question) => askOne({ resolver, server, name, question })));
  } catch {
    // Not the address of a server: it was typed by a person.
    return [{ server, recordKind: 'A', kind: 'failed', records: [], timeToLiveSeconds: null, durationMs: 0 }];
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

interface One {
  readonly resolver: Resolver;
  readonly server: string;
  readonly name: string;
  readonly question: RecordQuestion;
}

async function askOne({ resolver, server, name, question }: One): Promise<Answer> {
  const elapsedMs = startStopwatch();
  const { recordKind } = question;
  try {
    const { records, timeToLiveSeconds } = await question.ask(resolver, name);
    return { server, recordKind, kind: 'answered', records: [...records], timeToLiveSeconds, durationMs: elapsedMs() };
  } catch (error) {
    return { server, recordKind, kind: classifyAnswer(error).kind, records: [], timeToLiveSeconds: null, durationMs: elapsedMs() };
  }
}

/** What each promise brings, the first to settle first. */
async function* inOrderOfArrival<T>(promises: readonly Promise<T>[]): AsyncGenerator<T, void, void> {
  const waiting = new Map(promises.map((promise, index) => [index, promise.then((value) => ({ index, value }))]));
  while (waiting.size > 0) {
    const { index, value } = await Promise.race(waiting.values());
    waiting.delete(index);
    yield value;
  }
}
