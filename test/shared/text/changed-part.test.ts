import { describe, expect, it } from 'vitest';

import { changedPart } from '../../../shared/text/changed-part.ts';

describe('the part of a text that differs', () => {
  it('is the whole number of an address, not its last digit', () => {
    expect(changedPart('198.51.100.44', '198.51.100.40')).toEqual({ before: '198.51.100.', changed: '44', after: '' });
  });

  it('stands between what is the same on both sides', () => {
    expect(changedPart('gw-c.vpn.example.com', 'gw-a.vpn.example.com')).toEqual({ before: 'gw-', changed: 'c', after: '.vpn.example.com' });
  });

  it('is all of a text that has nothing in common, and nothing of the same text', () => {
    expect(changedPart('one', 'two')).toEqual({ before: '', changed: 'one', after: '' });
    expect(changedPart('same text', 'same text')).toEqual({ before: 'same text', changed: '', after: '' });
  });

  it('is counted once where the beginning and the end overlap, and splits no character', () => {
    expect(changedPart('a.a', 'a.a.a')).toEqual({ before: 'a.a', changed: '', after: '' });
    expect(changedPart('a.a.a', 'a.a')).toEqual({ before: 'a.a', changed: '.a', after: '' });
    expect(changedPart('😀', '😁').changed).toBe('😀');
  });
});
