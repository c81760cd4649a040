import { describe, expect, test } from 'vitest';

import { Navigation } from '../../../renderer/state/navigation.svelte.ts';

const endpoint = (host: string) => ({ kind: 'endpoint', target: { host, port: 443, transport: 'tcp' } }) as const;

describe('going from place to place', () => {
  test('goes back and forward through them, and nowhere beyond', () => {
    const navigation = new Navigation();
    expect([navigation.back(), navigation.forward(), navigation.canGoBack]).toEqual([null, null, false]);
    for (const host of ['a', 'b', 'c']) navigation.go(endpoint(host));
    expect(navigation.back()).toEqual(endpoint('b'));
    expect(navigation.back()).toEqual(endpoint('a'));
    expect([navigation.canGoBack, navigation.back()]).toEqual([false, null]);
    expect(navigation.forward()).toEqual(endpoint('b'));
    expect(navigation.place).toEqual(endpoint('b'));
    expect(navigation.canGoForward).toBe(true);
  });

  test('leaves what was gone back from when another way is taken', () => {
    const navigation = new Navigation();
    for (const host of ['a', 'b']) navigation.go(endpoint(host));
    navigation.back();
    navigation.go(endpoint('c'));
    expect(navigation.canGoForward).toBe(false);
    expect(navigation.back()).toEqual(endpoint('a'));
  });

  test('does not count the same place twice', () => {
    const navigation = new Navigation();
    navigation.go(endpoint('a'));
    navigation.go(endpoint('a'));
    navigation.go({ kind: 'settings' });
    navigation.go({ kind: 'settings' });
    expect(navigation.back()).toEqual(endpoint('a'));
    expect(navigation.canGoBack).toBe(false);
  });

  test('the first host takes the place of the start; from the settings one comes back to it', () => {
    const navigation = new Navigation();
    navigation.go({ kind: 'settings' });
    expect(navigation.back()).toEqual({ kind: 'start' });
    navigation.go(endpoint('a'));
    expect(navigation.canGoBack).toBe(false);
  });

  test('keeps a hundred steps', () => {
    const navigation = new Navigation();
    for (let step = 0; step <= 150; step += 1) navigation.go(endpoint(`h${step}`));
    let steps = 0;
    while (navigation.back() !== null) steps += 1;
    expect([steps, navigation.place]).toEqual([100, endpoint('h50')]);
  });
});
