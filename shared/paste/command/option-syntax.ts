import type { OptionRule, OptionRules } from './option-rule.ts';

/** One use of an option: how it is spelled, what it means (undefined: nobody knows), and the value that hangs on it, if any. */
export interface OptionUse {
  readonly option: string;
  readonly rule: OptionRule | undefined;
  readonly attached: string | null;
}

/** How options look: the uses in one word, or null when it is an operand. */
export type OptionSyntax = (word: string, rules: OptionRules) => readonly OptionUse[] | null;

/** getopt: "-vz", "-w5", "-w 5", "--wait=5", "--wait 5", "--wa 5". A lone "-" is an operand. */
export const unixSyntax: OptionSyntax = (word, rules) => {
  if (word.startsWith('--')) return [longUse(word, rules)];
  if (!word.startsWith('-') || word === '-') return null;
  const uses: OptionUse[] = [];
  for (let index = 1; index < word.length; index += 1) {
    const option = `-${word.charAt(index)}`;
    const rule = rules.get(option);
    const takesRest = rule?.kind === 'apply' && rule.takesValue;
    const rest = word.slice(index + 1);
    uses.push({ option, rule, attached: takesRest && rest !== '' ? rest : null });
    if (takesRest || rule === undefined) break;
  }
  return uses;
};

/** OpenSSL: "-connect host:443" or "--connect host:443", never shortened or joined. */
export const opensslSyntax: OptionSyntax = (word, rules) => {
  if (!word.startsWith('-') || word === '-') return null;
  const option = word.startsWith('--') ? word.slice(1) : word;
  return [{ option, rule: rules.get(option), attached: null }];
};

/** PowerShell: "-Port 80" or "-Port:80", in any case, shortened as long as it is clear. Rules are spelled in lower case. */
export const powershellSyntax: OptionSyntax = (word, rules) => {
  if (!word.startsWith('-') || word === '-') return null;
  const [name = '', attached = null] = splitOnce(word, ':');
  return [{ option: name, rule: findByPrefix(name.toLowerCase(), rules), attached: attached === '' ? null : attached }];
};

function longUse(word: string, rules: OptionRules): OptionUse {
  const [option = '', attached = null] = splitOnce(word, '=');
  return { option, rule: findByPrefix(option, rules), attached };
}

/** The rule spelled so, or the only one that begins so. */
function findByPrefix(option: string, rules: OptionRules): OptionRule | undefined {
  const exact = rules.get(option);
  if (exact !== undefined) return exact;
  const beginning = new Set([...rules].filter(([spelling]) => spelling.startsWith(option)).map(([, rule]) => rule));
  return beginning.size === 1 ? [...beginning][0] : undefined;
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
