import { expect, test } from 'vitest';

import { domainOf, isInDomain } from '../../../../shared/guidance/reading/domain.ts';

test.each([
  ['web1.example.net', 'example.net'],
  ['example.net', 'example.net'],
  ['www.example.co.uk', 'example.co.uk'],
  ['shop.example.de', 'example.de'],
])('the domain of %s is %s', (host, domain) => {
  expect(domainOf(host)).toBe(domain);
});

test('a name that only ends in the same letters is of another domain', () => {
  expect(isInDomain('*.example.net', 'example.net')).toBe(true);
  expect(isInDomain('Example.net', 'example.net')).toBe(true);
  expect(isInDomain('notexample.net', 'example.net')).toBe(false);
});
