import { expect, test } from 'vitest';

import { readNameServers } from '../../../../renderer/parts/guidance/read-name-servers.ts';

test('reads addresses with spaces or commas between them, each once', () => {
  expect(readNameServers('')).toEqual([]);
  expect(readNameServers(' 9.9.9.9, 2620:FE::fe 9.9.9.9 ')).toEqual(['9.9.9.9', '2620:fe::fe']);
});

test.each(['dns.example', '9.9.9.9:53', '1.1.1.1 1.0.0.1 9.9.9.9 8.8.8.8 8.8.4.4', '9.9.9.9 and'])('takes nothing of “%s”', (text) => {
  expect(readNameServers(text)).toBeNull();
});
