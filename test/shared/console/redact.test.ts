import { describe, expect, test } from 'vitest';

import { HIDDEN, redactText } from '../../../shared/console/redact.ts';
import { redactLine, startRedaction } from '../../../shared/console/redact-line.ts';
import { adversaryDialogues, harmlessLookalikes, knownMisses } from './redact-adversary.ts';
import { canaries, CANARY, falsePositives, harmlessLines, secretDialogues } from './redact-corpus.ts';
import { processorTimeMs } from '../../support/processor-time.ts';

/** Redacts a dialogue line by line, as it is said. A prompt (a received line that ends in a blank) has no line end. */
function redact(dialogue: string): string {
  let state = startRedaction;
  return dialogue
    .split('\n')
    .map((line) => {
      const kind = line.startsWith('< ') ? 'received' : 'sent';
      const redacted = redactLine(state, {
        kind,
        // One character a byte, as lines are kept.
        text: Buffer.from(line.endsWith(' ') && kind === 'received' ? line.slice(2) : `${line.slice(2)}\r\n`).toString('latin1'),
      });
      ({ state } = redacted);
      return Buffer.from(redacted.text, 'latin1').toString();
    })
    .join('\n');
}

const leaks = (text: string): boolean => [...canaries, CANARY.toUpperCase()].some((canary) => text.includes(canary));

describe('redaction', () => {
  test('catches at least 95 % of a corpus of credentials', () => {
    for (const dialogue of secretDialogues) expect(leaks(dialogue), dialogue).toBe(true);
    const missed = secretDialogues.filter((dialogue) => leaks(redact(dialogue)));
    expect(missed, `${missed.length} of ${secretDialogues.length} missed`).toEqual([]);
    expect(secretDialogues.length).toBeGreaterThanOrEqual(90);
  });

  test('catches at least 95 % of what somebody wrote who had not read the patterns', () => {
    const dialogues = [...adversaryDialogues, ...knownMisses];
    for (const dialogue of dialogues) expect(leaks(dialogue), dialogue).toBe(true);
    const missed = dialogues.filter((dialogue) => leaks(redact(dialogue)));
    expect(missed).toEqual(knownMisses);
    expect(missed.length / dialogues.length).toBeLessThan(0.05);
    expect(dialogues.length).toBeGreaterThanOrEqual(100);
  });

  test('leaves ordinary dialogue as it is', () => {
    expect([...harmlessLines, ...harmlessLookalikes].filter((line) => redact(line) !== `${line.slice(2)}\r\n`)).toEqual([]);
  });

  test('has these false positives, and a change of them is a decision', () => {
    expect(falsePositives.filter((line) => !redact(line).includes(HIDDEN))).toEqual([]);
  });

  test('keeps what stands around the secret', () => {
    expect(redactText('GET /?user=joe&password=abc&x=1 HTTP/1.1').text).toBe(`GET /?user=joe&password=${HIDDEN}&x=1 HTTP/1.1`);
    expect(redactText('Authorization: Basic am9l').text).toBe(`Authorization: Basic ${HIDDEN}`);
    expect(redactText('postgres://joe:pw@db1/shop').text).toBe(`postgres://${HIDDEN}@db1/shop`);
    expect(redactText('a1 LOGIN joe pw')).toMatchObject({ text: `a1 LOGIN joe ${HIDDEN}`, count: 1 });
  });

  test('changes nothing the second time', () => {
    for (const dialogue of secretDialogues) {
      const once = redactText(dialogue).text;
      expect(redactText(once).text).toBe(once);
    }
  });

  test('takes linear time, whatever the bytes', () => {
    for (const piece of ['a', ' ', '://', 'password=', '"', '\\', 'AUTH ', 'a-', 'x_', '<auth ', 'BEGIN PRIVATE KEY', 'LOGIN a ', "'"]) {
      const takenMs = processorTimeMs(() => void redactText(piece.repeat(Math.ceil(200_000 / piece.length))));
      expect(takenMs, piece).toBeLessThan(5_000);
    }
  });
});
