import type { Resolution, ServiceEvidence } from '../check/evidence.ts';
import type { Outcome } from '../check/outcome.ts';
import type { Stage } from '../check/stage.ts';
import type { Transport } from '../check/target.ts';
import type { CommandId, MenuId } from '../ipc/window-commands.ts';
import type { Phrase } from './phrase.ts';

/** The words of the window that are not about what a check found. */
export interface WindowWords {
  readonly productName: string;
  /** Takes a dialog or a panel away. */
  readonly close: string;
  readonly menu: MenuWords;
  /** What each command does, as a verb: in the menu, the palette and the list of keys. */
  readonly commands: Readonly<Record<CommandId, string>>;
  readonly omnibox: OmniboxWords;
  readonly hosts: HostListWords;
  readonly firstRun: FirstRunWords;
  readonly page: PageWords;
  readonly running: RunningWords;
  readonly stages: StagesWords;
  readonly evidence: EvidenceWords;
  readonly checks: ChecksWords;
  readonly status: StatusWords;
  readonly problems: ProblemWords;
  readonly ago: AgoWords;
}

/** The application's menu. */
export interface MenuWords {
  readonly open: string;
  readonly titles: Readonly<Record<MenuId, string>>;
  readonly edit: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
}

/** The field that takes what a person has. */
export interface OmniboxWords {
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  /** How the text was understood. */
  readonly readAs: (target: { readonly host: string; readonly port: number; readonly transport: Transport }) => Phrase;
  /** More than one port: the window checks one at a time. */
  readonly manyPorts: (host: string, ports: string) => string;
}

/** The hosts on the left. */
export interface HostListWords {
  readonly title: string;
  readonly show: string;
  readonly hide: string;
  readonly filter: string;
  readonly empty: string;
  readonly noMatch: (filter: string, hostCount: number) => Phrase;
  readonly clearFilter: string;
  readonly today: string;
  readonly yesterday: string;
  readonly earlier: string;
  readonly strip: (checkCount: number) => string;
  readonly morePorts: (count: number) => string;
  readonly checking: string;
}

/** The page before the first check. */
export interface FirstRunWords {
  readonly question: string;
  readonly hint: string;
  readonly tryIt: string;
  /** `input` is what the omnibox gets when the example is tried. */
  readonly examples: readonly { readonly title: string; readonly input: string; readonly brings: string }[];
  /** Over the outcomes' shapes. */
  readonly families: string;
  /** Each outcome in a few words. */
  readonly inShort: Readonly<Record<Outcome, string>>;
}

/** The page of a host. */
export interface PageWords {
  readonly checkAgain: string;
  readonly cancel: string;
  readonly ports: string;
  readonly addPort: string;
  readonly outcome: string;
  readonly copy: string;
  readonly copied: string;
  /** Other ways to copy a check. */
  readonly copyMore: string;
  readonly copyAsText: string;
  readonly copyAsJson: string;
  readonly proves: string;
  readonly likely: string;
  readonly also: string;
  /** Nothing is known about an endpoint yet. */
  readonly neverChecked: (endpoint: string) => string;
}

/** A check that runs. */
export interface RunningWords {
  readonly headline: (stage: Stage, to: string) => string;
  readonly starting: string;
  readonly time: (elapsed: string, limit: string) => string;
  readonly addresses: (done: number, all: number) => string;
  /** Said when nothing came for a while. */
  readonly patience: string;
}

/** The stages and their times. */
export interface StagesWords {
  readonly title: string;
  readonly inAll: (duration: string) => string;
  readonly addressCount: (count: number) => string;
  readonly isAddress: string;
  /** Not run, because this stage failed before it. */
  readonly notReached: Readonly<Record<Stage, string>>;
  readonly notNeeded: string;
  readonly notUsedOnPort: (port: number) => string;
  /** Listened to, and nothing came, as expected. */
  readonly quiet: string;
  readonly waiting: string;
}

/** What came back, in detail. */
export interface EvidenceWords {
  readonly title: string;
  readonly lookup: string;
  readonly greeting: string;
  readonly tls: string;
  readonly certificate: string;
  readonly http: string;
  readonly service: string;
  readonly systemAnswered: (addressCount: number) => string;
  readonly hostsFileAnswered: (addressCount: number) => string;
  readonly systemFailed: string;
  readonly serversAsked: string;
  readonly answers: Readonly<Record<Resolution['answers'][number]['kind'], string>>;
  readonly controlResolved: string;
  readonly controlFailed: string;
  readonly knownBy: Readonly<Record<Extract<ServiceEvidence['knownBy'], 'greeting' | 'reply'>, (service: string) => string>>;
  readonly greetingSize: (size: string, firstByte: string, isTruncated: boolean) => string;
  readonly nameSent: (name: string) => string;
  readonly issuedBy: (issuer: string) => string;
  readonly validity: (from: string, to: string) => string;
  /** Whole days from the check to the end, negative when it is past; `count` is their number as text. */
  readonly daysLeft: (count: string, days: number) => string;
  readonly goodFor: (names: string, moreCount: number) => string;
  readonly askedFor: (request: string, duration: string) => string;
  readonly server: string;
  readonly location: string;
}

/** The table of past checks. */
export interface ChecksWords {
  readonly title: string;
  readonly time: string;
  readonly outcome: string;
  readonly address: string;
  readonly port: string;
  readonly reply: string;
  readonly cameBack: string;
  readonly seenFrom: string;
  readonly here: string;
  readonly changed: string;
  readonly older: string;
  readonly damaged: (count: number) => string;
}

/** The line at the foot of the window. */
export interface StatusWords {
  readonly from: string;
  readonly thisComputer: string;
  readonly noNetwork: string;
  readonly resolver: string;
  readonly noIpv6: Phrase;
  readonly none: string;
  readonly saved: (count: string, isOne: boolean) => Phrase;
  readonly notSaving: string;
  readonly privacy: string;
  /** The same for whoever has new versions looked for. */
  readonly privacyWithUpdates: string;
}

/** Something of Sonde's own failed. */
export interface ProblemWords {
  readonly historyUnusable: string;
  readonly historyNotSaved: string;
  readonly checkNotSaved: string;
  readonly checksStillWork: string;
  readonly fault: string;
  readonly faultRemedy: string;
  readonly dismiss: string;
}

/** How long ago, in the short form of lists. */
export interface AgoWords {
  readonly now: string;
  /** Of a moment that has not come yet. */
  readonly ahead: string;
  readonly days: readonly string[];
}
