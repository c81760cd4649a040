import { expect, test } from 'vitest';

import { isTrustedSender } from '../../../electron/ipc/trusted-sender.ts';

const page = { origin: 'app://ui', url: 'app://ui/index.html' };
const ours = { ...page };

test('only the main frame of our window, showing our page, is heard', () => {
  expect(isTrustedSender({ sender: ours, ours, page })).toBe(true);
  const inAnotherLanguage = { ...ours, url: 'app://ui/index.html#ar-XB' };
  expect(isTrustedSender({ sender: inAnotherLanguage, ours: inAnotherLanguage, page })).toBe(true);
});

test.each([
  ['a frame that is gone', { sender: null, ours, page }],
  ['anybody, when there is no window', { sender: ours, ours: null, page }],
  ['nobody and no window', { sender: null, ours: null, page }],
  ['another frame with our page', { sender: { ...page }, ours, page }],
])('%s is not heard', (_name, judged) => {
  expect(isTrustedSender(judged)).toBe(false);
});

test.each(['null', '', 'https://ui', 'app://ui.evil', 'app://elsewhere', 'file://'])(
  'our frame of the origin %s is not heard',
  (origin) => {
    const frame = { ...page, origin };
    expect(isTrustedSender({ sender: frame, ours: frame, page })).toBe(false);
  },
);

test.each([
  'about:blank',
  'about:srcdoc',
  '',
  'app://ui/other.html',
  'app://ui/index.html?a',
  'data:text/html,a',
  'blob:app://ui/index.html',
])('our frame showing %s is not heard, whatever origin it inherited', (url) => {
  const frame = { ...page, url };
  expect(isTrustedSender({ sender: frame, ours: frame, page })).toBe(false);
});
