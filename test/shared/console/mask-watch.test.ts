import { expect, test } from 'vitest';

import { createMaskWatch } from '../../../shared/console/mask-watch.ts';

const atMs = 0;

/** Whether input is masked after each of what was said: "<" came, ">" went. */
function maskedAfter(...said: readonly string[]): readonly boolean[] {
  return maskedBy(createMaskWatch(), said);
}

function maskedBy(isMasked: ReturnType<typeof createMaskWatch>, said: readonly string[]): readonly boolean[] {
  return said.map((one) => {
    const bytes = Buffer.from(one.slice(2));
    return isMasked(one.startsWith('<') ? { kind: 'received', atMs, bytes } : { kind: 'sent', atMs, bytes, isSecret: true });
  });
}

test('a question for a secret masks what is typed until it is answered', () => {
  expect(maskedAfter('< login: ', '> joe\r\n', '< Password: ', '> pw\r\n', '< hello\r\n')).toEqual([false, false, true, false, false]);
});

test('what merely comes in between does not show what is being typed', () => {
  const between = ['< \r\n', '< Broadcast message from root: the disk is full.\r\n', '< \x07'];
  expect(maskedAfter('< Password: ', ...between, '> pw\r\n')).toEqual([true, true, true, true, false]);
});

test('an answer that is sent key by key is masked to its end', () => {
  expect(maskedAfter('< Password: ', '> p', '> ß', '< *', '> w', '> \r\n')).toEqual([true, true, true, true, true, false]);
});

test('another question takes it back', () => {
  expect(maskedAfter('< Password: ', '< \r\nLogin timed out.\r\n', '< login: ')).toEqual([true, true, false]);
});

test('an answer that is sent in lines is over with each, also a short one without a line end', () => {
  expect(maskedBy(createMaskWatch('lines'), ['< Password: ', '> 1234', '< hello'])).toEqual([true, false, false]);
});
