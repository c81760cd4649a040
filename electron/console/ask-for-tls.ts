import type { SessionEventOf } from '../../shared/console/session-event.ts';
import { readAnswer } from '../../shared/console/read-answer.ts';
import type { Answer, StartTls } from '../../shared/service/start-tls.ts';
import { waitFor } from '../probes/wait-for.ts';

/** Why a plain session did not go on in TLS. */
export type UpgradeProblem = SessionEventOf<'upgrade_failed'>['problem'];

/** A plain session that asks to go on in TLS. */
export interface TlsQuestion {
  readonly words: StartTls;
  /** The connection is new: its greeting is awaited first. */
  readonly isNew: boolean;
  /** Limit of each answer. */
  readonly timeoutMs: number;
  readonly say: (line: string) => void;
  /** Registers who hears what comes; null takes it away. */
  readonly hearWith: (listener: ((bytes: Uint8Array) => void) | null) => void;
}

/**
 * Says the words of STARTTLS, each once the one before is answered well; null means that TLS may begin.
 *
 * Never rejects; the abort ends it with no_answer.
 */
export async function askForTls(
  { words, isNew, timeoutMs, say, hearWith }: TlsQuestion,
  signal: AbortSignal,
): Promise<UpgradeProblem | null> {
  let heard: Uint8Array = new Uint8Array(0);
  let look: () => void = () => undefined;
  hearWith((bytes) => {
    heard = Buffer.concat([heard, bytes]);
    look();
  });
  const awaitAnswer = (answer: Answer): Promise<UpgradeProblem | null> =>
    waitFor<UpgradeProblem | null>(
      {
        limitMs: timeoutMs,
        atLimit: () => 'no_answer',
        atCancel: () => 'no_answer',
        begin: (finish) => {
          look = () => {
            const reading = readAnswer(heard, answer);
            if (reading.kind === 'refused') finish('refused');
            if (reading.kind !== 'good') return;
            heard = heard.subarray(heard.length - reading.restBytes);
            finish(null);
          };
          look();
          return () => (look = () => undefined);
        },
      },
      signal,
    );

  let problem = isNew ? await awaitAnswer(words.greeting) : null;
  for (const { line, answer } of words.steps) {
    if (problem !== null) break;
    say(line);
    problem = await awaitAnswer(answer);
  }
  hearWith(null);
  if (problem !== null) return problem;
  // Whoever speaks between "go ahead" and the handshake may not be the server (CVE-2011-0411).
  return heard.length > 0 ? 'words_after_agreement' : null;
}
