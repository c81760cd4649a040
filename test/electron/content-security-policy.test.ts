import { expect, test } from 'vitest';

import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';

/** Directives of CSP Level 3 and Trusted Types: a browser ignores a name it does not know, and then nothing is protected. */
const known = new Set([
  ...['default-src', 'script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'worker-src', 'frame-src', 'object-src'],
  ...['base-uri', 'form-action', 'frame-ancestors', 'require-trusted-types-for', 'trusted-types'],
]);

test('the policy names only directives that browsers know, each once, and opens nothing beyond our own files', () => {
  const directives = contentSecurityPolicy.split('; ').map((directive) => directive.split(' '));
  expect(new Set(directives.map(([name]) => name))).toEqual(known);
  expect(directives).toHaveLength(known.size);
  const sources = new Set(directives.flatMap(([, ...values]) => values));
  expect(sources).toEqual(new Set(["'none'", "'self'", 'data:', "'script'"]));
  expect(directives.find(([name]) => name === 'img-src')).toContain('data:');
});
