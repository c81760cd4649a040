import type { SlotKind, Snippet } from './snippet.ts';

/** The lines of a snippet with its slots filled in, or the slots whose value does not fit. */
export type Filled =
  /** `isSecret`: a secret is among them, so they are sent masked. */
  | { readonly kind: 'filled'; readonly lines: readonly string[]; readonly isSecret: boolean }
  | { readonly kind: 'unfit'; readonly slots: readonly string[] };

/** Fills a snippet. A value can never add a line or another command, because no kind of slot takes a line end. */
export function fillSnippet({ lines, slots }: Snippet, values: Readonly<Record<string, string>>): Filled {
  const valueOf = new Map(slots.map(({ name }) => [name, Object.hasOwn(values, name) ? (values[name] ?? '') : '']));
  const unfit = slots.filter(({ name, kind }) => !fits[kind].test(valueOf.get(name) ?? ''));
  if (unfit.length > 0) return { kind: 'unfit', slots: unfit.map(({ name }) => name) };
  const filled = lines.map((line) => line.replace(/\{(\w+)\}/gu, (whole, name: string) => valueOf.get(name) ?? whole));
  return { kind: 'filled', lines: filled, isSecret: slots.some(({ kind }) => kind === 'secret') };
}

/** What fits each kind of slot: never a control character. */
const fits: Readonly<Record<SlotKind, RegExp>> = {
  word: /^[^\s\p{C}]{1,255}$/u,
  text: /^[^\p{Cc}\p{Zl}\p{Zp}]{1,1000}$/u,
  path: /^\/[\x21-\x7e]{0,2047}$/u,
  host: /^[A-Za-z\d._:[\]-]{1,255}$/u,
  number: /^\d{1,10}$/u,
  secret: /^[^\p{Cc}\p{Zl}\p{Zp}]{1,1000}$/u,
};
