import { expect, test } from 'vitest';

import { OmniboxText } from '../../../renderer/state/omnibox-text.svelte.ts';

const web = { host: 'web1.example.net', port: 443, transport: 'tcp' } as const;
const six = { host: '2001:db8::1', port: 22, transport: 'tcp' } as const;

test('shows the open endpoint as it was typed, and another one as it would be', () => {
  const text = new OmniboxText();
  text.type('https://web1.example.net/');
  text.ask(web, 'https://web1.example.net/');
  text.show(web);
  expect(text.value).toBe('https://web1.example.net/');
  text.show(six);
  expect(text.value).toBe('[2001:db8::1]:22');
  text.show(null);
  expect(text.value).toBe('');
});

test('knows the person’s own words until they are asked or given up', () => {
  const text = new OmniboxText();
  text.type('web');
  expect(text.isTyped).toBe(true);
  text.show(web);
  expect(text.isTyped).toBe(false);
  text.beginPort(six);
  expect([text.value, text.isTyped]).toEqual(['[2001:db8::1]:', true]);
});
