import { countPorts, formatPorts } from '../../../shared/paste/port-list.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import { requestsOf, type CheckRequest } from '../../../shared/paste/target-reading.ts';
import { describeTargetProblem } from '../../../shared/text/target-problem-words.ts';
import type { Phrase } from '../../../shared/text/phrase.ts';
import type { Words } from '../../../shared/text/words.ts';
import { displayHost } from '../../../shared/check/display-host.ts';

/** What the omnibox makes of its text. */
export type OmniboxReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'request'; readonly request: CheckRequest; readonly said: Phrase }
  | { readonly kind: 'problem'; readonly sentence: string };

/** Reads what a person typed or pasted, and says how it was understood, or what is wrong with it. */
export function readRequest(text: string, words: Words): OmniboxReading {
  if (text.trim() === '') return { kind: 'empty' };
  const reading = readTarget(text);
  if (reading.kind === 'unreadable') return { kind: 'problem', sentence: describeTargetProblem(reading.problem, words.targetProblems) };
  const { omnibox } = words.window;
  if (countPorts(reading.ports) > 1)
    return { kind: 'problem', sentence: omnibox.manyPorts(displayHost(reading.host), formatPorts(reading.ports)) };
  const [request] = requestsOf(reading);
  if (request === undefined) return { kind: 'empty' };
  const { host, port, transport } = request.target;
  return { kind: 'request', request, said: omnibox.readAs({ host: displayHost(host), port, transport }) };
}
