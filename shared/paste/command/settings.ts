import type { ChosenOptions } from '../../check/options.ts';
import type { Transport } from '../../check/target.ts';

/** Texts of options that only their own form can read, because they need each other. */
export type TextRole = 'host' | 'port' | 'url' | 'serverName' | 'resolve' | 'connectTo' | 'startTls';

/** What the options of a command say about a check. */
export interface Settings {
  readonly transport: Transport;
  readonly options: ChosenOptions;
  /** In the order they came. */
  readonly texts: Readonly<Partial<Record<TextRole, readonly string[]>>>;
}

/** Nothing said yet. */
export const noSettings: Settings = { transport: 'tcp', options: {}, texts: {} };

/** The text given last for a role, which is the one programs follow, or null. */
export function lastText({ texts }: Settings, role: TextRole): string | null {
  return texts[role]?.at(-1) ?? null;
}
