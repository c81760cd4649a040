import { expect, test } from 'vitest';

import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { KeptDesk } from '../../../electron/ipc/desk.ts';
import { emptyDraft } from '../../../shared/console/session-draft.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { Desk } from '../../../shared/ipc/desk-entries.ts';

const desk: Desk = {
  place: { kind: 'endpoint', target: { host: 'a.example', port: 21, transport: 'tcp' } },
  typed: 'b.exam',
  tabs: [{ draft: { ...emptyDraft, host: 'c.example', port: '21' }, text: 'USER me', form: 'text', isOpen: true }],
};

async function ask(kept: KeptDesk, name: 'keepDesk' | 'takeUpDesk', payload: unknown): Promise<unknown> {
  const answer = await answerCall({ entry: contract[name], handler: kept.handlers()[name] as never, payload });
  return answer.kind === 'answered' ? answer.value : answer.fault;
}

test('a page after one that stopped takes up what that one left, once', async () => {
  const kept = new KeptDesk();
  expect(await ask(kept, 'keepDesk', desk)).toBeNull();
  kept.leave('crashed');
  // The new page tells of its own empty desk before it has asked.
  await ask(kept, 'keepDesk', { place: { kind: 'start' }, typed: null, tabs: [] });
  expect(await ask(kept, 'takeUpDesk', null)).toEqual({ stopped: 'crashed', desk });
  expect(await ask(kept, 'takeUpDesk', null)).toBeNull();
});

test('a page that nothing stopped before takes up nothing, and one that told nothing leaves nothing', async () => {
  const kept = new KeptDesk();
  await ask(kept, 'keepDesk', desk);
  expect(await ask(kept, 'takeUpDesk', null)).toBeNull();
  const silent = new KeptDesk();
  silent.leave('hung');
  expect(await ask(silent, 'takeUpDesk', null)).toEqual({ stopped: 'hung', desk: null });
});

test.each([
  ['a place there is not', { ...desk, place: { kind: 'cellar' } }],
  ['more than anybody types', { ...desk, typed: 'x'.repeat(8_193) }],
  ['more tabs than anybody finds again', { ...desk, tabs: Array.from({ length: 65 }, () => desk.tabs[0]) }],
  ['something else beside it', { ...desk, secret: 'x' }],
])('a desk with %s is not kept', async (_what, payload) => {
  const kept = new KeptDesk();
  expect(await ask(kept, 'keepDesk', payload)).toBe('invalid_request');
  kept.leave('crashed');
  expect(await ask(kept, 'takeUpDesk', null)).toEqual({ stopped: 'crashed', desk: null });
});
