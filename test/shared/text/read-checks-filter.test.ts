import { describe, expect, it } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { readChecksFilter } from '../../../shared/text/read-checks-filter.ts';

const read = (typed: string) => readChecksFilter(typed, english);

describe('reading what is typed to find past checks', () => {
  it('takes the beginning of outcomes by their words, all of them', () => {
    expect(read('refu')).toEqual({ outcomes: ['refused'], address: null, port: null, text: null });
    expect(read('No ').outcomes).toEqual(['no_route', 'no_answer']);
  });

  it('takes a whole address in its one form', () => {
    expect(read(' 192.0.2.1 ')).toEqual({ outcomes: null, address: '192.0.2.1', port: null, text: null });
    expect(read('2001:DB8::0001').address).toBe('2001:db8::1');
  });

  it('takes a port that is called one', () => {
    expect(read('port 25')).toEqual({ outcomes: null, address: null, port: 25, text: null });
    expect(read(':5432').port).toBe(5432);
    expect(read('25').text).toBe('25');
    expect(read('port 70000').text).toBe('port 70000');
    expect(read('port 0').text).toBe('port 0');
  });

  it('takes everything else as text that came back, and nothing as all', () => {
    expect(read('192.0.2')).toEqual({ outcomes: null, address: null, port: null, text: '192.0.2' });
    expect(read('ESMTP').text).toBe('ESMTP');
    expect(read('  ')).toEqual({ outcomes: null, address: null, port: null, text: null });
  });
});
