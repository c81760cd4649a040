import { describe, expect, it } from 'vitest';

import { greetingFirstLine } from '../../../shared/service/greeting-first-line.ts';

function firstLine(text: string): string {
  return greetingFirstLine(Buffer.from(text, 'latin1'));
}

describe('greetingFirstLine', () => {
  it('is the first line with something on it', () => {
    expect(firstLine('220 (vsFTPd 3.0.3)\r\n')).toBe('220 (vsFTPd 3.0.3)');
    expect(firstLine('\r\n\r\nUsername: ')).toBe('Username:');
    expect(firstLine('')).toBe('');
  });

  it('shows control characters instead of sending them to the screen', () => {
    expect(firstLine('\x1b[31mred\r\n')).toBe('␛[31mred');
  });

  it('shows the beginning of a binary greeting on one line', () => {
    expect(firstLine('J\0\0\0\n8.0.36\0')).toBe('J␀␀␀␊8.0.36␀');
  });

  it('is cut to 200 characters', () => {
    expect(firstLine('x'.repeat(5_000))).toBe('x'.repeat(200));
  });
});
