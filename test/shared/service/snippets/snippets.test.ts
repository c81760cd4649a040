import { describe, expect, test } from 'vitest';

import { serviceById } from '../../../../shared/service/find-service.ts';
import { services } from '../../../../shared/service/services.ts';
import { fillSnippet } from '../../../../shared/service/snippets/fill-snippet.ts';
import { snippetsFor } from '../../../../shared/service/snippets/snippets.ts';

const find = (service: string, name: string) => snippetsFor(service).find((snippet) => snippet.name === name)!;

const all = services.flatMap(({ id }) => snippetsFor(id).map((snippet) => ({ id, snippet })));

describe('snippets', () => {
  test('are there for the services people talk to by hand', () => {
    for (const id of ['http', 'https', 'smtp', 'submission', 'ftp', 'redis', 'pop3', 'imap', 'memcached']) {
      expect(snippetsFor(id).length, id).toBeGreaterThan(1);
      expect(serviceById(id), id).not.toBeNull();
    }
    expect(snippetsFor('constructor')).toEqual([]);
  });

  test('use every slot they have, and have every slot they use', () => {
    for (const { id, snippet } of all) {
      const used = new Set(snippet.lines.flatMap((line) => Array.from(line.matchAll(/\{(\w+)\}/gu), ([, name]) => name)));
      expect([...used].sort(), `${id} ${snippet.name}`).toEqual(snippet.slots.map(({ name }) => name).sort());
    }
  });

  test('say goodbye with the service’s own word', () => {
    for (const { id, snippet } of all.filter(({ snippet: { effect } }) => effect === 'ends')) {
      const word = Buffer.from(serviceById(id)?.quit ?? []).toString().trim().split(' ').at(-1); // prettier-ignore
      expect(snippet.lines.at(-1)?.split(' ').at(-1), id).toBe(word);
    }
  });
});

describe('filling', () => {
  test('makes an HTTP request with the host it needs', () => {
    expect(fillSnippet(find('http', 'GET'), { path: '/health', host: 'web1.example.net' })).toEqual({
      kind: 'filled',
      lines: ['GET /health HTTP/1.1', 'Host: web1.example.net', 'User-Agent: sonde', 'Connection: close', ''],
      isSecret: false,
    });
  });

  test('marks what holds a secret', () => {
    expect(fillSnippet(find('ftp', 'PASS'), { password: 'hunter2' })).toEqual({ kind: 'filled', lines: ['PASS hunter2'], isSecret: true });
  });

  test('can never add a line or another command', () => {
    const hostile = ['a\r\nDELE x', 'a\nb', 'a\rb', 'a\0b', 'a\u2028b', '', 'x'.repeat(3_000)];
    for (const { id, snippet } of all) {
      for (const slot of snippet.slots) {
        for (const value of hostile) {
          const values = Object.fromEntries(snippet.slots.map(({ name }) => [name, name === slot.name ? value : '/x']));
          expect(fillSnippet(snippet, values), `${id} ${snippet.name} ${JSON.stringify(value)}`).toMatchObject({ kind: 'unfit' });
        }
      }
    }
  });

  test('takes no value for a command: what looks like a slot stays text', () => {
    expect(fillSnippet(find('redis', 'GET'), { key: '{section}' })).toEqual({ kind: 'filled', lines: ['GET {section}'], isSecret: false });
  });
});
