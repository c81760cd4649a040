import { readHost } from '../../check/host-name.ts';
import { readAddress } from '../../check/ip-address.ts';
import type { Target } from '../../check/target.ts';
import { portsOf } from '../port-list.ts';
import { readTarget } from '../read-target.ts';
import type { PastedEndpoint } from './check-from.ts';
import { mergeEndpoints } from './merge-endpoints.ts';
import type { OutputForm } from './output-form.ts';
import { outputForms } from './output-forms.ts';
import type { OutputProblem } from './output-problem.ts';
import type { OutputReading } from './output-reading.ts';
import { noContext, type PasteContext } from './paste-context.ts';
import { splitSessions, type Session } from './split-sessions.ts';
import type { Told, ToldEndpoint, ToldFact, ToldMeasurement } from './told.ts';

/**
 * What a person pasted of what a tool printed: at a customer's, or on a server. With or without the command and its prompt; several
 * commands one after the other are read one by one.
 *
 * Nothing is run, looked up or sent. Never throws; linear in the length of the text.
 */
export function readOutput(text: string, context: PasteContext = noContext): OutputReading {
  if (text.length > LONGEST_OUTPUT) return unreadable({ kind: 'text_too_long', limitCharacters: LONGEST_OUTPUT });
  const sessions = splitSessions(text);
  if (sessions.length === 0) return unreadable({ kind: 'empty' });
  const parts = sessions.map((session) => readSession(session, context));
  const told = parts.flatMap((part) => (part.kind === 'told' ? part.told : []));
  const problems = parts.flatMap((part) => (part.kind === 'nothing' ? [] : part.problems));
  if (told.length === 0) return unreadable(problems[0] ?? { kind: 'not_recognised' });
  return {
    kind: 'read',
    forms: [...new Set(parts.flatMap((part) => (part.kind === 'told' ? [part.form] : [])))],
    endpoints: told.filter((one) => one.kind === 'placed'),
    measurements: told.filter((one): one is ToldMeasurement => one.kind === 'measured'),
    facts: told.filter((one): one is ToldFact => one.kind === 'learnt'),
    problems,
  };
}

/** Far more than any of these tools prints in a case, and small enough that nobody waits. */
export const LONGEST_OUTPUT = 262_144;

type Placed = PastedEndpoint | ToldMeasurement | ToldFact;

type Part =
  | { readonly kind: 'told'; readonly form: string; readonly told: readonly Placed[]; readonly problems: readonly OutputProblem[] }
  | { readonly kind: 'problem'; readonly problems: readonly OutputProblem[] }
  | { readonly kind: 'nothing' };

function readSession(session: Session, context: PasteContext): Part {
  for (const form of outputForms) {
    const told = form.needsTarget && context.target === null ? readWithoutTarget(form, session) : form.read(session, context);
    if (told === 'target_missing') return { kind: 'problem', problems: [{ kind: 'target_missing', form: form.name }] };
    if (told !== null) return told.length === 0 ? silence(form) : placeAll(told, form, targetOf(session.command) ?? context.target);
  }
  return { kind: 'nothing' };
}

function silence({ name }: OutputForm): Part {
  return { kind: 'problem', problems: [{ kind: 'says_nothing', form: name }] };
}

/** Any target shows whether the text is of this form. */
function readWithoutTarget(form: OutputForm, session: Session): 'target_missing' | null {
  const any: Target = { host: 'localhost', port: 1, transport: 'tcp' };
  return form.read(session, { ...noContext, target: any }) === null ? null : 'target_missing';
}

function placeAll(told: readonly Told[], form: OutputForm, asked: Target | null): Part {
  const placed = mergeEndpoints(told.filter((one) => one.kind === 'endpoint')).map((one) => place(one, asked, form));
  const undecided = told
    .filter((one) => one.kind === 'undecided')
    .map(({ line }): OutputProblem => ({ kind: 'undecided', form: form.name, line }));
  const problems = [...placed.filter((one) => one.kind !== 'placed'), ...undecided];
  const usable = [
    ...placed.filter((one) => one.kind === 'placed'),
    ...told.filter((one) => one.kind === 'measured' || one.kind === 'learnt'),
  ];
  return usable.length === 0 ? { kind: 'problem', problems } : { kind: 'told', form: form.name, told: usable, problems };
}

/** The target the command itself names. */
function targetOf(command: string | null): Target | null {
  if (command === null) return null;
  const reading = readTarget(command);
  if (reading.kind !== 'read' || reading.form === 'endpoint') return null;
  const [port] = portsOf(reading.ports);
  return port === undefined ? null : { host: reading.host, port, transport: reading.transport };
}

/** What the tool printed goes before what the command says, and that before what the case is about. */
function place(told: ToldEndpoint, asked: Target | null, { name }: OutputForm): PastedEndpoint | OutputProblem {
  const named = told.host === null ? null : readHost(told.host);
  const host = asked !== null && isSamePlace(told, asked) ? asked.host : named?.kind === 'host' ? named.host : asked?.host;
  if (host === undefined) return { kind: 'host_missing', form: name };
  const port = told.port ?? asked?.port;
  if (port === undefined) return { kind: 'port_missing', form: name, host };
  return { kind: 'placed', form: name, target: { host, port, transport: told.transport ?? asked?.transport ?? 'tcp' }, told };
}

/** A tool may print only the address behind the name it was asked for, or the name an address has in reverse. */
function isSamePlace({ host, attempts }: ToldEndpoint, asked: Target): boolean {
  const dialled = attempts.map(({ address }) => address);
  if (host === null || host === asked.host || dialled.includes(asked.host)) return true;
  return dialled.includes(host) && readAddress(asked.host) === null;
}

function unreadable(problem: OutputProblem): OutputReading {
  return { kind: 'unreadable', problem };
}
