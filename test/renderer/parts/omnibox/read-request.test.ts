import { describe, expect, test } from 'vitest';

import { readRequest } from '../../../../renderer/parts/omnibox/read-request.ts';
import { english } from '../../../../shared/text/english.ts';

describe('what the omnibox makes of its text', () => {
  test('a target becomes a request, and is said as it was understood', () => {
    expect(readRequest('nc -vz web1.example.net 80', english)).toMatchObject({
      kind: 'request',
      request: { target: { host: 'web1.example.net', port: 80, transport: 'tcp' } },
      said: ['read as a TCP check of ', { strong: 'web1.example.net' }, ', port ', { strong: '80' }],
    });
  });

  test('what cannot be read is one sentence', () => {
    const reading = readRequest('mail.example.org:70000', english);
    expect(reading).toMatchObject({ kind: 'problem', sentence: expect.stringContaining('65535') as string });
  });

  test('several ports are left to the command line, with the words to say there', () => {
    const reading = readRequest('web1.example.net 1-1024', english);
    expect(reading).toMatchObject({ kind: 'problem', sentence: expect.stringContaining('sonde check web1.example.net 1-1024') as string });
  });

  test('nothing is nothing', () => {
    expect(readRequest('  ', english)).toEqual({ kind: 'empty' });
  });
});
