import { expect, test } from 'vitest';

import { Commands } from '../../../renderer/state/commands.svelte.ts';

test('a command does something while somebody offers it, and nothing else', () => {
  const commands = new Commands();
  const done: string[] = [];
  expect(commands.perform('compare')).toBe(false);
  const withdraw = commands.offer('compare', () => done.push('compare'));
  expect([commands.offered, commands.perform('compare'), commands.perform('settings')]).toEqual([['compare'], true, false]);
  withdraw();
  expect([commands.offered, commands.perform('compare')]).toEqual([[], false]);
  expect(done).toEqual(['compare']);
});

test('the newest offer is taken; when it is withdrawn, the one before it', () => {
  const commands = new Commands();
  const done: string[] = [];
  commands.offer('cancel', () => done.push('page'));
  const withdraw = commands.offer('cancel', () => done.push('drawer'));
  commands.perform('cancel');
  withdraw();
  commands.perform('cancel');
  expect(done).toEqual(['drawer', 'page']);
});
