import { describe, expect, test } from 'vitest';

import { ignored, ignoredValue, optionRules } from '../../../../shared/paste/command/option-rule.ts';
import { opensslSyntax, powershellSyntax, unixSyntax, type OptionSyntax } from '../../../../shared/paste/command/option-syntax.ts';

const rules = optionRules(
  [ignored, '-v -z --verbose --version'],
  [ignoredValue, '-w --wait -port -hops'],
  [{ kind: 'refuse', why: 'option_listens' }, '-l --verify'],
);

function uses(syntax: OptionSyntax, word: string): string | null {
  const found = syntax(word, rules);
  return (
    found
      ?.map(({ option, rule, attached }) => `${option}${rule === undefined ? '?' : ''}${attached === null ? '' : `=${attached}`}`)
      .join(' ') ?? null
  );
}

describe('the ways options are spelled', () => {
  test.each([
    ['-vz', '-v -z'],
    ['-vzw5', '-v -z -w=5'],
    ['-w', '-w'],
    ['-vQz', '-v -Q?'],
    ['--wait=5', '--wait=5'],
    ['--wait=', '--wait='],
    ['--wa', '--wa'],
    ['--verb', '--verb'],
    ['--ver', '--ver?'],
    ['--nothing=1', '--nothing?=1'],
    ['-', null],
    ['host', null],
  ])('unix: %s', (word, expected) => {
    expect(uses(unixSyntax, word)).toBe(expected);
  });

  test.each([
    ['-port', '-port'],
    ['--port', '-port'],
    ['-por', '-por?'],
    ['host:443', null],
  ])('OpenSSL: %s', (word, expected) => {
    expect(uses(opensslSyntax, word)).toBe(expected);
  });

  test.each([
    ['-Port', '-Port'],
    ['-PO:80', '-PO=80'],
    ['-Port:', '-Port'],
    ['-X', '-X?'],
    ['host', null],
  ])('PowerShell: %s', (word, expected) => {
    expect(uses(powershellSyntax, word)).toBe(expected);
  });
});
