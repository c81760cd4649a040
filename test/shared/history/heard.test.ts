import { describe, expect, test } from 'vitest';

import { heardBeyond } from '../../../shared/history/heard.ts';

const http = { method: 'HEAD', path: '/', status: 200, reason: 'OK', server: 'nginx', location: null, durationMs: 1 } as const;

function greeting(text: string) {
  return { text, base64: '', sizeBytes: text.length, truncated: false, firstByteMs: 1 };
}

describe('all that came back', () => {
  test.each([
    ['nothing', null, null, null, null],
    ['one line, which the row has already', '220 ready', greeting('220 ready\r\n'), null, null],
    ['one line with its end made visible', '220 ready', greeting('220 ready\u240d\u240a'), null, null],
    ['more lines', '220-one', greeting('220-one\n220 two\n'), null, '220-one\n220 two'],
    ['a web server with its name', 'HTTP 200 OK', null, http, 'HTTP 200 OK\nnginx'],
    ['a web server without', 'HTTP 200 OK', null, { ...http, server: null }, null],
  ])('of %s', (_, cameBack, greeted, asked, heard) => {
    expect(heardBeyond(cameBack, { greeting: greeted, http: asked })).toBe(heard);
  });

  test('is cut where nobody searches any more', () => {
    expect(heardBeyond('x', { greeting: greeting('x'.repeat(5_000)), http: null })).toHaveLength(2_000);
  });
});
