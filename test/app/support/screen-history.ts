import { setDisplayName, setFavourite } from '../../../electron/store/hosts/host-labels.ts';
import { addNote } from '../../../electron/store/hosts/host-notes.ts';
import { setTags } from '../../../electron/store/hosts/host-tags.ts';
import type { Store } from '../../../electron/store/store.ts';
import { trashHosts } from '../../../electron/store/hosts/trash.ts';
import type { Check } from '../../../shared/check/check.ts';
import { startScriptedServer, type ScriptedServer } from '../../support/scripted-server.ts';
import { asTimedOut, repeatCheck } from './generated-past.ts';
import { makePast, saveHistory } from './history.ts';
import { makeFolder } from './open-app.ts';
import { idOf, withStore } from './prepare-store.ts';

/** Loopback addresses of the screens alone. */
export const screenHosts = {
  /** Worked for a day and is refused now: what the app opens first. */
  refused: '127.0.90.10',
  works: '127.0.90.20',
  /** Accepts and stays silent: a check of it runs until it is cancelled. */
  silent: '127.0.90.30',
  /** With everything a person can say of a host. */
  labelled: '127.0.90.40',
  /** Deleted, and not for good. */
  deleted: 'old-printer.stores.example.org',
  /** As long as a name can be. */
  longName: `${'till-07-behind-the-counter.leeds-city-centre.'.repeat(5)}stores.example.org`,
} as const;

/** Ports of the screens' hosts. */
export const screenPorts = { web: 8080, mail: 2525, silent: 1143 } as const;

/** What the labelled one is called. */
export const LABELLED_NAME = 'Intranet of the stores';

/** A tag of some of them. */
export const SCREEN_TAG = 'Leeds';

/** A history with every kind of host, and what still listens. */
export interface ScreenHistory {
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Makes it: real checks, repeated into the past. */
export async function makeScreenHistory(): Promise<ScreenHistory> {
  const { refused, works, silent, labelled, deleted, longName } = screenHosts;
  const greet = { kind: 'greet', text: '220 mail.example.org ESMTP Postfix (Debian)\r\n', reply: '221 2.0.0 Bye\r\n' } as const;
  const stays: ScriptedServer[] = [
    await startScriptedServer({ address: works, port: screenPorts.mail, behaviour: greet }),
    await startScriptedServer({ address: silent, port: screenPorts.silent, behaviour: { kind: 'mute' } }),
  ];
  const goes = await startScriptedServer({ address: refused, port: screenPorts.web, behaviour: greet });
  const [worked] = await makePast([{ host: refused, port: screenPorts.web, agoMinutes: 0, options: { service: 'smtp' } }]);
  await goes.close();
  const [fails] = await makePast([{ host: refused, port: screenPorts.web, agoMinutes: 0 }]);
  const [mail] = await makePast([{ host: works, port: screenPorts.mail, agoMinutes: 0, options: { service: 'smtp' } }]);
  if (worked === undefined || fails === undefined || mail === undefined) throw new Error('No check was made.');
  const folder = await makeFolder();
  const mailOf = (host: string): Check => ({ ...mail, target: { ...mail.target, host } });
  saveHistory(folder, [
    ...repeatCheck(worked, { from: 60, every: 10, count: 60 }),
    ...repeatCheck(fails, { from: 3, every: 10, count: 5 }),
    ...repeatCheck(mail, { from: 30, every: 60, count: 20 }),
    ...repeatCheck(asTimedOut(mailOf(longName)), { from: 90, every: 60, count: 3 }),
    ...repeatCheck(mailOf(labelled), { from: 45, every: 90, count: 8 }),
    ...repeatCheck(mailOf(deleted), { from: 50, every: 90, count: 2 }),
  ]);
  withStore(folder, sayMuch);
  return {
    folder,
    close: async () => {
      await Promise.all(stays.map((server) => server.close()));
    },
  };
}

/** What a person said of them, and did with them. */
function sayMuch(store: Store): void {
  const [works, labelled] = [idOf(store, screenHosts.works), idOf(store, screenHosts.labelled)];
  setDisplayName(store, { hostId: labelled, displayName: LABELLED_NAME });
  setFavourite(store, { hostId: labelled, isFavourite: true });
  setTags(store, { hostId: labelled, tags: ['printers', 'site Birmingham New Street', 'web'] });
  setTags(store, { hostId: works, tags: [SCREEN_TAG] });
  const nowMs = Date.now();
  const said = 'The certificate was renewed by hand; whoever renews it next asks Anna first. ';
  addNote(store, { hostId: labelled, text: said.repeat(12), writtenAtMs: nowMs - 86_400_000, editedAtMs: nowMs - 60_000 });
  addNote(store, { hostId: labelled, text: 'Router replaced.', writtenAtMs: nowMs - 172_800_000, editedAtMs: null });
  trashHosts(store, { hostIds: [idOf(store, screenHosts.deleted)], nowMs });
}
