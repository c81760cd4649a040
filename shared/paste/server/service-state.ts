import { programs } from '../../guidance/commands/programs.ts';
import type { ServerFactOf, System } from '../../guidance/server-fact.ts';
import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { readLog } from './log.ts';

type State = ServerFactOf<'service'>['state'];

/** systemctl status, service X status, Get-Service, sc query and launchctl print: whether a service runs. The log lines below it are read too. */
export const serviceState: OutputForm = {
  name: 'systemctl',
  needsTarget: true,
  read: ({ lines }, context) => {
    const found = lines.flatMap((line) => readState(line) ?? [])[0];
    if (found === undefined) return null;
    const unit = lines.flatMap((line) => /^[\u25cf\u25cb\u00d7*] (\S{1,60}?)(?:\.service)?(?: - |$)/u.exec(line)?.[1] ?? [])[0];
    const program = programs.find(({ unit: own, id }) => own === unit || id === unit);
    return [
      learnt({ kind: 'service', state: found.state }, found.line),
      ...(found.system === null ? [] : [learnt({ kind: 'system', system: found.system }, found.line)]),
      ...(program === undefined ? [] : [learnt({ kind: 'program', program: program.id }, found.line)]),
      ...readLog(lines, context),
    ];
  },
};

interface Found {
  readonly state: State;
  readonly system: System | null;
  readonly line: string;
}

function readState(printed: string): Found | null {
  const line = printed.trim();
  for (const { pattern, states, system } of shapes) {
    const [whole, word = ''] = pattern.exec(line) ?? [];
    const state = whole === undefined ? undefined : (states.get(word.toLowerCase()) ?? states.get('*'));
    if (state !== undefined) return { state, system, line };
  }
  return null;
}

const shapes: readonly { readonly pattern: RegExp; readonly states: ReadonlyMap<string, State>; readonly system: System | null }[] = [
  {
    pattern: /^Active: (\w{1,20})(?: \(|$)/u,
    states: new Map([
      ['active', 'running'],
      ['reloading', 'running'],
      ['activating', 'stopped'],
      ['deactivating', 'stopped'],
      ['inactive', 'stopped'],
      ['failed', 'failed'],
    ]),
    system: 'linux',
  },
  {
    pattern:
      /^Unit \S{1,60} (could not be found|not found)\.?$|^Failed to (?:start|get properties).{0,100}not found|^\S{1,60}: unrecognized service$/u,
    states: new Map([['*', 'not_installed']]),
    system: 'linux',
  },
  {
    pattern: /^(?:\[ [+?-] \]|\S{1,60} is|\S{1,60} \(pid .{1,60}\) is) (running|stopped|not running)\b/u,
    states: new Map([
      ['running', 'running'],
      ['stopped', 'stopped'],
      ['not running', 'stopped'],
    ]),
    system: 'linux',
  },
  {
    pattern: /^(Running|Stopped|StartPending|StopPending|Paused) +\S{1,80} +\S/u,
    states: new Map([
      ['running', 'running'],
      ['stopped', 'stopped'],
      ['startpending', 'stopped'],
      ['stoppending', 'stopped'],
      ['paused', 'stopped'],
    ]),
    system: 'windows',
  },
  {
    pattern: /Cannot find any service with service name|^\[SC\] .{1,60} 1060/u,
    states: new Map([['*', 'not_installed']]),
    system: 'windows',
  },
  {
    pattern: /^(?:STATE|STATUS) +: (\d)\b/u,
    states: new Map([
      ['1', 'stopped'],
      ['2', 'stopped'],
      ['3', 'stopped'],
      ['4', 'running'],
    ]),
    system: 'windows',
  },
  {
    pattern: /^state = (running|not running)$/u,
    states: new Map([
      ['running', 'running'],
      ['not running', 'stopped'],
    ]),
    system: 'macos',
  },
  { pattern: /^Could not find service ".{1,100}" in domain/u, states: new Map([['*', 'not_installed']]), system: 'macos' },
];
