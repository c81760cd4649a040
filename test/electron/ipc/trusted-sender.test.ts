import { expect, test } from 'vitest';

import { isTrustedSender } from '../../../electron/ipc/trusted-sender.ts';

const origin = 'app://ui';
const ours = { origin };

test('only the main frame of our window, showing our page, is heard', () => {
  expect(isTrustedSender({ sender: ours, ours, origin })).toBe(true);
});

test.each([
  ['a frame that is gone', { sender: null, ours, origin }],
  ['anybody, when there is no window', { sender: ours, ours: null, origin }],
  ['nobody and no window', { sender: null, ours: null, origin }],
  ['another frame with our page', { sender: { origin }, ours, origin }],
])('%s is not heard', (_name, judged) => {
  expect(isTrustedSender(judged)).toBe(false);
});

test.each(['null', '', 'https://ui', 'app://ui.evil', 'app://elsewhere', 'file://'])('our frame showing %s is not heard', (elsewhere) => {
  const frame = { origin: elsewhere };
  expect(isTrustedSender({ sender: frame, ours: frame, origin })).toBe(false);
});
