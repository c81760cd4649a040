import type { CopyForm } from '../console/copy-as.ts';
import type { InputForm } from '../console/compose.ts';
import type { Mistake } from '../console/composed.ts';
import type { ByteForm } from '../console/byte-rows.ts';
import type { LineEnding } from '../console/line-ending.ts';
import type { Carrier, DraftField } from '../console/session-draft.ts';
import type { TelnetPolicy } from '../console/telnet-policy.ts';
import type { TextEncoding } from '../console/text-encoding.ts';
import type { Phrase } from './phrase.ts';

/** The words around a console session in the window; what happens in one is said by `ConsoleWords`. */
export interface ConsoleWindowWords {
  readonly title: string;
  /** The button at a host's page. */
  readonly open: string;
  readonly openHint: (endpoint: string) => string;
  readonly keptOf: (count: string) => string;
  /** In the palette, before a target. */
  readonly openTyped: (host: string, port: number) => Phrase;
  readonly tabs: ConsoleTabWords;
  readonly form: ConsoleFormWords;
  readonly listen: ListenWords;
  readonly session: SessionWords;
  readonly view: TranscriptViewWords;
  readonly input: ComposerWords;
  readonly lists: DialogueWords;
  readonly kept: KeptConsoleWords;
}

/** The tabs of sessions. */
export interface ConsoleTabWords {
  readonly label: string;
  readonly newSession: string;
  readonly closeTab: (name: string) => string;
  readonly count: (count: number) => string;
  readonly waiting: (endpoint: string) => string;
  readonly states: Readonly<Record<'connecting' | 'held' | 'open' | 'ended', string>>;
  readonly kept: string;
}

/** The form of a new session. */
export interface ConsoleFormWords {
  readonly title: string;
  readonly hint: string;
  readonly host: string;
  readonly port: string;
  readonly carrier: string;
  readonly carriers: Readonly<Record<Carrier, string>>;
  readonly service: string;
  readonly noService: string;
  readonly address: string;
  readonly addressHint: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly timeout: string;
  readonly timeoutHint: string;
  readonly telnet: string;
  readonly telnetPolicies: Readonly<Record<TelnetPolicy, string>>;
  readonly lineEnding: string;
  readonly lineEndings: Readonly<Record<LineEnding, string>>;
  readonly encoding: string;
  readonly encodings: Readonly<Record<TextEncoding, string>>;
  readonly connect: string;
  readonly more: string;
  readonly problems: Readonly<Record<DraftField, string>>;
  /** Turns the form to waiting for others. */
  readonly direction: string;
  readonly directions: Readonly<Record<'dial' | 'listen', string>>;
}

/** Waiting at a local port. */
export interface ListenWords {
  readonly title: string;
  readonly hint: string;
  readonly port: string;
  readonly portHint: string;
  readonly portProblem: string;
  readonly reach: string;
  readonly reaches: Readonly<Record<'loopback' | 'all', string>>;
  readonly isTls: string;
  readonly warning: string;
  readonly agree: string;
  readonly begin: string;
  readonly stop: string;
  readonly waiting: string;
  readonly stopped: string;
  readonly fingerprint: string;
  readonly peers: (count: number) => string;
  readonly nobody: string;
  readonly show: string;
  readonly refused: (count: number) => string;
}

/** What can be done with a session. */
export interface SessionWords {
  readonly halfClose: string;
  readonly close: string;
  readonly reset: string;
  readonly reconnect: string;
  readonly quit: (word: string) => string;
  readonly startTls: string;
  readonly more: string;
  readonly options: string;
  readonly sendFile: string;
  readonly capture: string;
  readonly captureUnseen: string;
  readonly echo: string;
  readonly mask: string;
  readonly byKey: string;
  readonly keepSent: string;
  readonly keepSentHint: string;
  readonly keepSentAlways: (service: string) => string;
  readonly connectionCount: (count: number) => string;
  readonly sent: string;
  readonly received: string;
  readonly idle: string;
  readonly local: string;
  readonly amount: (lines: number, size: string) => string;
  readonly dropped: (size: string) => string;
  readonly tlsProblem: string;
  readonly goOn: string;
  readonly certificate: (subject: string, issuer: string, until: string) => string;
  readonly notSent: Readonly<Record<'full' | 'not_open' | 'held' | 'finished' | 'too_long' | 'no_session', string>>;
  readonly notKept: string;
  readonly peerGone: string;
  readonly sendingFile: (sent: string, size: string) => string;
  readonly choosingFile: string;
  readonly capturing: (size: string) => string;
  readonly capturingDropped: (size: string, dropped: string) => string;
  readonly stop: string;
  readonly guidance: string;
  readonly guidanceHint: string;
}

/** The views of what was said. */
export interface TranscriptViewWords {
  readonly transcript: string;
  readonly bytes: string;
  readonly both: string;
  readonly empty: string;
  readonly find: string;
  readonly findWhat: string;
  readonly findForm: string;
  readonly findForms: Readonly<Record<'text' | 'bytes', string>>;
  readonly found: (place: number, count: number) => string;
  readonly notFound: string;
  readonly notBytes: string;
  readonly next: string;
  readonly previous: string;
  readonly closeFind: string;
  readonly copy: string;
  readonly copyAs: Readonly<Record<CopyForm, string>>;
  readonly copied: (size: string) => string;
  readonly nothingToCopy: string;
  readonly view: string;
  readonly wrap: string;
  readonly besideText: string;
  readonly deltas: string;
  readonly live: string;
  readonly byteForms: Readonly<Record<ByteForm, string>>;
  readonly byteForm: string;
  readonly byteCount: (count: number) => string;
  readonly selected: (lines: number) => string;
  readonly reconnected: (clock: string, later: string | null) => string;
  readonly arrows: Readonly<Record<'received' | 'sent', string>>;
  readonly panes: string;
  readonly replaced: string;
}

/** Where a line is written and sent. */
export interface ComposerWords {
  readonly label: string;
  readonly masked: string;
  readonly form: string;
  readonly forms: Readonly<Record<InputForm, string>>;
  readonly send: string;
  readonly byteCount: (count: number) => string;
  readonly mistakes: Readonly<Record<Mistake['kind'], string>>;
  readonly history: string;
  readonly snippets: string;
  readonly noSnippets: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly unfit: string;
  readonly insert: string;
  readonly ending: string;
  readonly pasteTitle: (lines: number) => string;
  readonly pasteHint: (size: string) => string;
  readonly pasteSend: (lines: number) => string;
  readonly pasteCancel: string;
  readonly tooLong: string;
}

/** Expect-and-send lists. */
export interface DialogueWords {
  readonly open: string;
  readonly title: string;
  readonly hint: string;
  readonly steps: string;
  readonly example: string;
  readonly name: string;
  readonly saved: string;
  readonly none: string;
  readonly run: string;
  readonly save: string;
  readonly saveAnyway: string;
  readonly remove: (name: string) => string;
  readonly unreadable: (lineNumber: number, line: string) => string;
  readonly empty: string;
  readonly nameMissing: string;
  readonly nameTaken: string;
  readonly hasCredential: (step: number) => string;
  readonly running: (name: string, step: number, count: number) => string;
  readonly unnamed: string;
  readonly results: Readonly<Record<'done' | 'stopped' | 'busy', string>>;
  readonly failed: Readonly<Record<'timed_out' | 'closed' | 'unsendable', (step: number, written: string) => string>>;
  readonly stop: string;
  readonly dismiss: string;
}

/** Kept sessions. */
export interface KeptConsoleWords {
  readonly title: string;
  readonly ofHost: (host: string) => string;
  readonly allHosts: string;
  readonly search: string;
  readonly none: string;
  readonly noMatch: string;
  readonly looking: string;
  readonly more: string;
  readonly unfinished: string;
  readonly back: string;
  readonly readOnly: string;
  readonly dropped: (size: string) => string;
  readonly sentNotKept: string;
  readonly again: string;
  readonly export: string;
  readonly exports: Readonly<Record<'text' | 'json_lines' | 'received_bytes' | 'sent_bytes', string>>;
  readonly exported: (path: string) => string;
  readonly notExported: string;
  readonly remove: string;
  readonly removed: string;
  readonly undo: string;
  readonly notRead: string;
  readonly sides: Readonly<Record<'dialled' | 'accepted', string>>;
  readonly columns: Readonly<Record<'when' | 'endpoint' | 'said' | 'end', string>>;
}
