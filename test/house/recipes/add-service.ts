import type { Recipe } from './recipe.ts';

/** Finger (RFC 1288): a protocol nobody checks any more, so that Sonde will not have it. */
export const addService: Recipe = {
  title: 'Add a service',
  added: {
    'shared/service/finger.ts': `import { clientFirst } from './client-first.ts';
import { readLine } from './read-line.ts';
import { textBytes } from './request-bytes.ts';
import { tcp } from './service-port.ts';

/** Finger (RFC 1288): tells who is logged in, to whoever sends an empty line. */
export const finger = clientFirst({
  id: 'finger',
  name: 'Finger',
  ports: [tcp(79)],
  probe: {
    tcp: {
      request: textBytes('\\r\\n'),
      read: (bytes) => {
        const { kind } = readLine(bytes);
        return kind === 'line' ? { kind: 'welcome', product: null } : { kind };
      },
    },
    udp: null,
  },
});
`,
    'test/shared/service/finger.test.ts': `import { expect, it } from 'vitest';

import { serviceOfPort } from '../../../shared/service/find-service.ts';

it('finger is known by its port', () => {
  expect(serviceOfPort({ port: 79, transport: 'tcp' })?.name).toBe('Finger');
});

it('any line answers its question', () => {
  const read = serviceOfPort({ port: 79, transport: 'tcp' })?.probe.tcp?.read;
  expect(read?.(new TextEncoder().encode('Login  Name\\r\\n'))).toEqual({ kind: 'welcome', product: null });
  expect(read?.(new TextEncoder().encode('Log'))).toEqual({ kind: 'incomplete' });
});
`,
  },
  changed: [
    {
      path: 'shared/service/services.ts',
      after: "import { elasticsearch } from './elasticsearch.ts';",
      put: "\nimport { finger } from './finger.ts';",
    },
    { path: 'shared/service/services.ts', after: 'export const services: readonly Service[] = [', put: '\n  finger,' },
    { path: 'test/shared/service/services.test.ts', after: '    const expected =', put: "\n      'finger ' +" },
  ],
  proofs: ['test/shared/service/finger.test.ts', 'test/shared/service/services.test.ts'],
};
