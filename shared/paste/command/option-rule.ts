import { readAddress } from '../../check/ip-address.ts';
import type { Family } from '../../check/evidence.ts';
import type { ChosenOptions } from '../../check/options.ts';
import { readLimitMs } from '../read-limit.ts';
import type { TargetProblemKind } from '../target-problem.ts';
import type { Settings, TextRole } from './settings.ts';

/** Why a command with a certain option is not read. */
export type Refusal = Extract<
  TargetProblemKind,
  'option_listens' | 'option_proxies' | 'option_runs_program' | 'option_unix_socket' | 'option_other_transport'
>;

/** What one option of a program means for a check. */
export type OptionRule =
  | { readonly kind: 'refuse'; readonly why: Refusal }
  /** `apply` gets "" when the option takes no value. */
  | { readonly kind: 'apply'; readonly takesValue: boolean; readonly apply: (settings: Settings, value: string) => Applied };

/** The settings after an option, or why its value stops the reading. */
export type Applied = Settings | 'option_value_unreadable' | Refusal;

/** Every option of a program, as it is spelled: "-w", "--wait". */
export type OptionRules = ReadonlyMap<string, OptionRule>;

/** The rules of a program, from what its options mean and how each is spelled ("-w --wait"). */
export function optionRules(...meanings: readonly (readonly [OptionRule, string])[]): OptionRules {
  return new Map(meanings.flatMap(([rule, spellings]) => spellings.split(' ').map((spelling) => [spelling, rule] as const)));
}

/** An option that changes nothing a check knows. */
export const ignored: OptionRule = { kind: 'apply', takesValue: false, apply: (settings) => settings };

/** The same, with a value. */
export const ignoredValue: OptionRule = { ...ignored, takesValue: true };

/** UDP instead of TCP. */
export const udp: OptionRule = { kind: 'apply', takesValue: false, apply: (settings) => ({ ...settings, transport: 'udp' }) };

/** TLS at once. */
export const tlsOn: OptionRule = { kind: 'apply', takesValue: false, apply: (settings) => withOptions(settings, { tls: 'on' }) };

/** Its value is the limit of the connection; 0 leaves it open, and of several limits the shortest ends the wait. */
export const limit: OptionRule = {
  kind: 'apply',
  takesValue: true,
  apply: (settings, value) => {
    const timeoutMs = readLimitMs(value);
    if (timeoutMs === null) return 'option_value_unreadable';
    if (timeoutMs === 0) return settings;
    return withOptions(settings, { timeoutMs: Math.min(timeoutMs, settings.options.timeoutMs ?? timeoutMs) });
  },
};

/** Its value is the address to dial from. Names and interfaces are not: a check dials from an address. */
export const source: OptionRule = {
  kind: 'apply',
  takesValue: true,
  apply: (settings, value) => {
    const found = readAddress(value);
    return found === null ? 'option_value_unreadable' : withOptions(settings, { source: found.address });
  },
};

/** Only this IP version. */
export function family(version: Family): OptionRule {
  return { kind: 'apply', takesValue: false, apply: (settings) => withOptions(settings, { family: version }) };
}

/** Its value is kept as text for the form. */
export function text(role: TextRole): OptionRule {
  return { kind: 'apply', takesValue: true, apply: (settings, value) => withText(settings, role, value) };
}

/** What a rule for a pair of a key and a value ("-o Port=22") hands on to the rule of that key. */
export function applyTo(rule: OptionRule, settings: Settings, value: string): Applied {
  return rule.kind === 'refuse' ? rule.why : rule.apply(settings, value);
}

/** The command is not read with this option. */
export function refuse(why: Refusal): OptionRule {
  return { kind: 'refuse', why };
}

/** The settings with these options over them. */
export function withOptions(settings: Settings, options: ChosenOptions): Settings {
  return { ...settings, options: { ...settings.options, ...options } };
}

function withText(settings: Settings, role: TextRole, value: string): Settings {
  return { ...settings, texts: { ...settings.texts, [role]: [...(settings.texts[role] ?? []), value] } };
}
