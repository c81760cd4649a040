import type { Preferences } from '../ipc/preferences.ts';
import type { Phrase } from './phrase.ts';

/** The words of what stands around every page: the palette, the list of keys, the settings. */
export interface ShellWords {
  readonly palette: PaletteWords;
  readonly keys: KeyListWords;
  readonly settings: SettingsWords;
}

/** The list of everything that can be done or opened. */
export interface PaletteWords {
  readonly open: string;
  readonly title: string;
  readonly placeholder: string;
  /** Over the groups. */
  readonly groups: Readonly<Record<PaletteGroupId, string>>;
  readonly check: (host: string, port: number) => Phrase;
  readonly checkTransport: (transport: string) => string;
  readonly hostChecks: (count: string, isOne: boolean) => string;
  readonly noMatch: (typed: string) => Phrase;
  readonly noMatchHint: string;
  readonly looking: string;
  /** Said aloud when what is listed changed. */
  readonly listed: (count: number) => string;
  readonly choose: string;
  readonly run: string;
}

/** The groups of the palette. */
export type PaletteGroupId = 'typed' | 'recent' | 'do' | 'go' | 'hosts' | 'checks';

/** The list of all keys. */
export interface KeyListWords {
  readonly lettersOff: string;
}

/** The settings page. */
export interface SettingsWords {
  readonly title: string;
  readonly hint: string;
  readonly sections: Readonly<Record<'look' | 'keys' | 'watching' | 'history', string>>;
  readonly theme: string;
  readonly zoom: string;
  readonly zoomHint: string;
  readonly zoomed: (percent: number) => string;
  readonly letterKeys: string;
  readonly letterKeysHint: string;
  readonly notice: string;
  readonly noticeHint: string;
  readonly notices: Readonly<Record<Preferences['notice'], string>>;
  readonly folder: string;
  readonly folderHint: string;
}
