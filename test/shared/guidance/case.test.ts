import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { caseSchema, evidenceOfCase, readCase, type Case, type CaseEntry } from '../../../shared/guidance/case.ts';
import { evaluate } from '../../../shared/guidance/evaluate.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import { buildCheck, CHECKED_AT_MS } from '../../support/guidance/build-check.ts';

const check = buildCheck({ target: '203.0.113.96:21', code: 'connection_refused', id: 7 });
const atMs = CHECKED_AT_MS + 60_000;
const ran: CaseEntry = {
  kind: 'ran',
  atMs: atMs + 3,
  change: {
    cardId: 'linux_start',
    title: 'Start the service',
    command: 'sudo systemctl start vsftpd',
    undo: 'sudo systemctl stop vsftpd',
    place: 'server',
    ranAtMs: atMs + 3,
    lastsMs: null,
  },
};
const entries: readonly CaseEntry[] = [
  { kind: 'checked', atMs, checkId: 7, target: check.target, vantage: 'here', outcome: 'refused', durationMs: 12 },
  { kind: 'answered', atMs, inquiry: 'right_port', answer: 'yes' },
  { kind: 'answered', atMs, inquiry: 'system', answer: 'linux' },
  {
    kind: 'measured',
    atMs,
    measurement: {
      request: { kind: 'control', probe: 'other_port', host: '203.0.113.96', port: null },
      finding: { kind: 'control', host: '203.0.113.96', port: 22, outcome: 'succeeded', durationMs: 4 },
      vantage: 'here',
      startedAtMs: atMs,
    },
  },
  { kind: 'pasted', atMs: atMs + 1, facts: [{ kind: 'listening', scope: 'nowhere', source: 'pasted', line: null, atMs: atMs + 1 }] },
  { kind: 'noted', atMs: atMs + 2, text: 'The shop says that nothing was changed.' },
];

describe('a case', () => {
  it('fits its schema, so it can be kept', () => {
    expect(v.is(caseSchema, caseOf([...entries, ran]))).toBe(true);
  });

  it('is resumed where it was left: everything it holds is evidence again', () => {
    const { path, next } = guide(entries);
    expect(path.map(({ node }) => node)).toEqual([
      ...['met_itself', 'right_port', 'address_moved', 'connects_elsewhere', 'host_up', 'says_protocol', 'system', 'listening'],
    ]);
    expect(next).toMatchObject({ kind: 'question', node: 'service_state' });
  });

  it('asks again what a change on the server has overtaken, and not which system it runs', () => {
    const { path, next } = guide([...entries, ran]);
    expect(path.at(-1)?.node).toBe('system');
    expect(next).toMatchObject({ kind: 'question', node: 'listening' });
  });

  it('goes one question back when an answer is taken back', () => {
    const { next } = guide([...entries, { kind: 'taken_back', atMs: atMs + 4, inquiry: 'right_port' }]);
    expect(next).toMatchObject({ kind: 'question', node: 'right_port' });
  });

  it('holds the changes that were run, and those undone', () => {
    const state = readCase(caseOf([...entries, ran, { kind: 'undone', atMs: atMs + 9, changeId: 1 }]));
    expect(state.ledger.map(({ command, undoneAtMs }) => [command, undoneAtMs])).toEqual([['sudo systemctl start vsftpd', atMs + 9]]);
  });

  it('puts typed values into commands only when they are what the place takes', () => {
    const typed = (value: string): CaseEntry => ({ kind: 'typed', atMs, slot: 'client', value });
    const commands = (value: string): string =>
      guide([...entries, typed(value)])
        .steps.flatMap(({ cards }) => cards.map(({ command }) => command.text))
        .join('\n');
    expect(commands('10.1.2.3; reboot')).not.toContain('reboot');
  });
});

function caseOf(all: readonly CaseEntry[]): Case {
  return { version: 1, title: 'Till software in Leeds', entries: [...all] };
}

function guide(all: readonly CaseEntry[]) {
  const state = readCase(caseOf(all));
  const evidence = evidenceOfCase(state, { check, checks: [], here: 'linux' });
  return evaluate(treeFor(evidence), evidence, state.answers);
}
