import type { HostOrder } from '../history/hosts-wanted.ts';
import type { Phrase } from './phrase.ts';

/** The words of what a person does with hosts: finding, naming, tagging, noting, adding, merging, deleting. */
export interface HostWords {
  readonly list: HostOrderWords;
  readonly labels: HostLabelWords;
  readonly acts: HostActWords;
  readonly trash: TrashWords;
  readonly add: AddHostsWords;
  readonly many: ManyChecksWords;
}

/** The list of hosts: its order, groups and choices. */
export interface HostOrderWords {
  readonly favourites: string;
  readonly favourite: string;
  readonly neverChecked: string;
  /** Over the hosts of an order that is not by day. */
  readonly groups: Readonly<Record<Exclude<HostOrder, 'last_check'>, string>>;
  readonly order: string;
  readonly orders: Readonly<Record<HostOrder, string>>;
  readonly tag: string;
  readonly allTags: string;
  readonly tagCount: (tag: string, hostCount: string) => string;
  /** Nothing matches the text, or the tag, or both. */
  readonly noMatch: (wanted: string, inAll: string, isOne: boolean) => Phrase;
  readonly checkAll: (tag: string) => string;
  readonly selected: (count: number) => string;
  readonly clearSelection: string;
  readonly delete: string;
}

/** What a person says about a host. */
export interface HostLabelWords {
  readonly addFavourite: string;
  readonly removeFavourite: string;
  readonly more: string;
  readonly tags: string;
  readonly addTag: string;
  readonly newTag: string;
  readonly removeTag: (tag: string) => string;
  readonly tooManyTags: (limit: number) => string;
  readonly tagTooLong: string;
  readonly notes: string;
  readonly addNote: string;
  readonly newNote: string;
  readonly allNotes: (count: number) => string;
  readonly fewerNotes: string;
  readonly wholeNote: string;
  readonly foldNote: string;
  readonly edited: (when: string) => string;
  readonly edit: string;
  readonly remove: string;
  readonly save: string;
  readonly noteRemoved: string;
  readonly undo: string;
  readonly also: string;
  readonly formerNames: (names: string) => string;
  readonly addressesSeen: (addresses: string, moreCount: number) => string;
}

/** Renaming, merging, deleting. */
export interface HostActWords {
  readonly cancel: string;
  readonly rename: string;
  readonly renameTitle: (host: string) => string;
  readonly newName: string;
  readonly renameEffect: string;
  readonly nameTaken: (name: string) => string;
  readonly mergeInstead: string;
  readonly nameTitle: (host: string) => string;
  readonly displayName: string;
  readonly nameEffect: string;
  readonly nameUnfit: string;
  readonly save: string;
  readonly mergeTitle: (host: string) => string;
  readonly mergeEffect: (host: string) => string;
  readonly mergeInto: string;
  readonly noOther: string;
  readonly merge: (into: string) => string;
  readonly mergeChoose: string;
  readonly merging: (done: string, total: string) => string;
  readonly mergeStopped: string;
  readonly later: string;
  readonly merged: (host: string, into: string) => string;
  readonly deleted: (count: number, host: string) => string;
  readonly undo: string;
  readonly gone: string;
}

/** Deleted hosts. */
export interface TrashWords {
  readonly title: string;
  readonly keptFor: string;
  readonly empty: string;
  readonly checkCount: (count: string, isOne: boolean) => string;
  readonly deletedAt: (when: string) => string;
  readonly daysLeft: (count: number) => string;
  readonly restore: string;
  readonly restored: (host: string) => string;
  readonly emptyNow: string;
  readonly emptyTitle: (count: number) => string;
  readonly emptyEffect: string;
  readonly deleteForGood: string;
  readonly emptying: (done: string, total: string) => string;
  readonly stop: string;
  readonly emptied: string;
}

/** Adding hosts from a list. */
export interface AddHostsWords {
  readonly title: string;
  readonly list: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly openFile: string;
  readonly fileRead: (name: string) => string;
  readonly fileTooLarge: (name: string) => string;
  readonly fileNotText: (name: string) => string;
  readonly fileUnreadable: (path: string, detail: string) => string;
  readonly ports: string;
  readonly portsHint: string;
  readonly tags: string;
  readonly tagsHint: string;
  readonly read: (list: {
    readonly endpoints: string;
    readonly isOneEndpoint: boolean;
    readonly hosts: string;
    readonly isOneHost: boolean;
  }) => Phrase;
  readonly unreadable: (count: number) => string;
  readonly leftOut: (count: string, limit: string) => string;
  readonly line: (lineNumber: number) => string;
  readonly moreProblems: (count: number) => string;
  readonly preview: string;
  readonly nothing: string;
  readonly add: (count: string, isOne: boolean) => string;
  readonly addNone: string;
  readonly adding: (done: string, total: string) => string;
  readonly added: (added: {
    readonly endpoints: string;
    readonly isOne: boolean;
    readonly hosts: string;
    readonly known: string | null;
  }) => string;
  readonly addedBeforeStop: (done: string, total: string) => string;
  readonly checkThem: string;
  readonly newEndpoints: string;
}

/** Checking all of a tag. */
export interface ManyChecksWords {
  readonly chooseTitle: string;
  readonly chooseHint: string;
  readonly noTags: string;
  readonly ofTag: (tag: string) => string;
  readonly noTargets: (tag: string) => string;
  readonly progress: (done: string, total: string) => string;
  readonly done: (total: string, isOne: boolean) => string;
  readonly stopped: (done: string, total: string) => string;
  readonly stop: string;
  readonly again: string;
  readonly before: string;
  readonly now: string;
  readonly duration: string;
  readonly endpoint: string;
  readonly waiting: string;
  readonly notSaved: (count: number) => string;
  readonly askTitle: (host: string) => string;
  readonly askEffect: (count: string, host: string) => string;
  readonly agree: string;
  readonly rows: string;
  readonly show: (title: string) => string;
}
