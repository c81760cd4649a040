import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Notices } from '../../../renderer/state/notices.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a notice stands for a while and goes by itself', () => {
  const notices = new Notices();
  notices.say({ text: 'Host deleted.' });
  vi.advanceTimersByTime(9_000);
  expect(notices.shown?.text).toBe('Host deleted.');
  vi.advanceTimersByTime(2_000);
  expect(notices.shown).toBeNull();
});

test('it stays as long as the person is at it', () => {
  const notices = new Notices();
  notices.say({ text: 'Host deleted.' });
  notices.hold();
  vi.advanceTimersByTime(60_000);
  expect(notices.shown).not.toBeNull();
  notices.rest();
  vi.advanceTimersByTime(11_000);
  expect(notices.shown).toBeNull();
});

test('the newest takes the place of the one before, with time of its own', () => {
  const notices = new Notices();
  notices.say({ text: 'one' });
  vi.advanceTimersByTime(9_000);
  notices.say({ text: 'two' });
  vi.advanceTimersByTime(9_000);
  expect(notices.shown?.text).toBe('two');
  notices.dismiss();
  expect(notices.shown).toBeNull();
});
