import { expect, test } from 'vitest';

import { findCredential } from '../../../shared/console/find-credential.ts';
import { readDialogue } from '../../../shared/console/read-dialogue.ts';

test.each([
  ['wait for 220\nsend EHLO x\nsend QUIT', null],
  ['wait for 220\nsend USER me\nwait for 331\nsend PASS hunter2', 3],
  ['wait for "login: "\nsend me\nwait for "Password: "\nsend hunter2', 3],
  ['send "AUTH PLAIN AGEAYg=="', 0],
  ['wait for "Password: "\npause 10 ms', null],
])('a list is searched for what is never kept: %j', (written, place) => {
  const reading = readDialogue(written);
  expect(reading.kind === 'read' && findCredential(reading.steps)).toBe(place);
});
