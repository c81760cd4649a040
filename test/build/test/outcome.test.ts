import { expect, it } from 'vitest';
import { failedStep, nothingToCount, skippedStep, summarise } from '../../../build/test/outcome.mjs';

const good = { passed: 3, failed: [], unsteady: [], skipped: [] };

it('ends with the counts alone on the last line', () => {
  expect(summarise([nothingToCount, good, good], { isCi: true })).toEqual({ text: '6 passed, 0 failed, 0 skipped', exitCode: 0 });
});

it('names what failed, and fails', () => {
  const { text, exitCode } = summarise([failedStep('lint'), good, { passed: 1, failed: ['a > b'], unsteady: [], skipped: [] }], {
    isCi: false,
  });
  expect(text).toBe('Failed:\n  lint\n  a > b\n\n4 passed, 2 failed, 0 skipped');
  expect(exitCode).toBe(1);
});

it('names what passed only when tried again, and lets it pass', () => {
  const { text, exitCode } = summarise([{ ...good, unsteady: ['a > b: too early'] }], { isCi: true });
  expect(text).toBe('Passed only when tried again:\n  a > b: too early\n\n3 passed, 0 failed, 0 skipped');
  expect(exitCode).toBe(0);
});

it('names what was not run with the reason, and lets it pass outside of CI', () => {
  const { text, exitCode } = summarise([good, skippedStep('lab', 'it needs root')], { isCi: false });
  expect(text).toBe('Not run:\n  lab (all of it): it needs root\n\n3 passed, 0 failed, 1 skipped');
  expect(exitCode).toBe(0);
});

it('fails for what was not run in CI, and says that this is why', () => {
  const { text, exitCode } = summarise([good, skippedStep('lab', 'it needs root')], { isCi: true });
  expect(text).toMatch(/what was not run counts as a failure of the whole\.\n\n3 passed, 0 failed, 1 skipped$/);
  expect(exitCode).toBe(1);
});
