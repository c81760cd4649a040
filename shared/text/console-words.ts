import type { FailureCode } from '../check/failure.ts';

/** The words for what happens in a console session; times and sizes come formatted. */
export interface ConsoleWords {
  readonly opening: string;
  /** A further connection of the same session. */
  readonly reopening: string;
  readonly addressFailed: (address: string, brief: string) => string;
  readonly connected: (place: { readonly endpoint: string; readonly local: string | null; readonly elapsed: string }) => string;
  /** A certificate that is good. */
  readonly secured: (session: { readonly version: string; readonly issuer: string | null; readonly elapsed: string }) => string;
  /** A certificate with problems, each by its brief words. */
  readonly problems: (endpoint: string, briefs: readonly string[]) => string;
  readonly held: string;
  readonly accepted: string;
  readonly peerFinished: string;
  readonly youFinished: string;
  readonly dropped: (size: string) => string;
  readonly file: Readonly<
    Record<'sent' | 'stopped' | 'session_ended' | 'unreadable' | 'no_file', (name: string, sent: string, size: string) => string>
  >;
  /** What was received went to a file instead of here. */
  readonly captured: (name: string, size: string) => string;
  readonly upgradeFailed: Readonly<Record<'refused' | 'no_answer' | 'words_after_agreement' | 'unknown_service', string>>;
  readonly telnet: TelnetWords;
  readonly ended: EndWords;
  /** A port is waited at. */
  readonly listening: (endpoint: string) => string;
  readonly notListening: (endpoint: string, code: FailureCode) => string;
  /** Not only this computer can connect. */
  readonly openToOthers: (endpoint: string) => string;
  /** Stands for sent text that is not there. */
  readonly withheld: Readonly<Record<'secret' | 'sent', (size: string) => string>>;
}

/** What is said of Telnet commands. Options come by name. */
export interface TelnetWords {
  /** "Server", or "You". */
  readonly sides: { readonly you: string; readonly peer: string };
  readonly words: Readonly<Record<'will' | 'wont' | 'do' | 'dont', string>>;
  /** What it means may be nothing worth saying. */
  readonly negotiation: (said: {
    readonly side: string;
    readonly word: string;
    readonly option: string;
    readonly meaning: string | null;
  }) => string;
  /** What an agreement on an option means, for the few that people meet: null where nothing is worth saying. */
  readonly meaning: (side: 'you' | 'peer', word: 'will' | 'wont' | 'do' | 'dont', option: number) => string | null;
  readonly subnegotiation: (side: string, option: string, body: string) => string;
  readonly command: (side: string, command: string) => string;
}

/** How a connection ended: who, by what, after how long; and how much was said. */
export interface EndWords {
  readonly notConnected: (brief: string, address: string) => string;
  readonly cancelled: string;
  readonly closed: Readonly<Record<'you' | 'peer', (elapsed: string) => string>>;
  readonly reset: Readonly<Record<'you' | 'peer', (elapsed: string) => string>>;
  readonly idle: (elapsed: string, limit: string) => string;
  /** The computer went to sleep. */
  readonly suspended: (elapsed: string) => string;
  readonly failed: (endpoint: string, brief: string, elapsed: string) => string;
  /** Null stands for nothing. */
  readonly amounts: (received: string | null, sent: string | null) => string;
}
