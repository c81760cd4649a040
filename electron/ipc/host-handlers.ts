import { countHosts } from '../store/hosts/count-hosts.ts';
import { findHost } from '../store/hosts/find-host.ts';
import { setDisplayName, setFavourite } from '../store/hosts/host-labels.ts';
import { addNote, editNote, removeNote } from '../store/hosts/host-notes.ts';
import { listTags, setTags } from '../store/hosts/host-tags.ts';
import { listHosts } from '../store/hosts/list-hosts.ts';
import { readHost } from '../store/hosts/read-host.ts';
import { renameHost } from '../store/hosts/rename-host.ts';
import type { StoreOpening } from '../store/store.ts';
import { addTargets, listTargets } from '../store/hosts/targets.ts';
import { listTrash, restoreHosts, trashHosts } from '../store/hosts/trash.ts';
import type { Handlers } from './handlers.ts';
import { deleteFrom, readFrom, writeTo } from './with-store.ts';

/** The handlers that find hosts. */
export type FindingHandlers = Pick<
  Handlers,
  'listHosts' | 'countHosts' | 'findHost' | 'readHost' | 'listTags' | 'listTargets' | 'listTrash'
>;

/** Makes the handlers that find hosts, in a history that opened or did not. */
export function createFindingHandlers(opening: StoreOpening): FindingHandlers {
  return {
    listHosts: (request) => readFrom(opening, (store) => listHosts(store, request)),
    countHosts: (request) => readFrom(opening, (store) => countHosts(store, request)),
    findHost: ({ host }) => readFrom(opening, (store) => findHost(store, host)),
    readHost: ({ hostId }) => readFrom(opening, (store) => readHost(store, hostId)),
    listTags: () => readFrom(opening, listTags),
    listTargets: ({ tag }) => readFrom(opening, (store) => listTargets(store, tag)),
    listTrash: () => readFrom(opening, listTrash),
  };
}

/** The handlers that keep what a person says about hosts. */
export type LabelHandlers = Pick<
  Handlers,
  | 'addTargets'
  | 'setFavourite'
  | 'setDisplayName'
  | 'setTags'
  | 'addNote'
  | 'editNote'
  | 'removeNote'
  | 'renameHost'
  | 'trashHosts'
  | 'restoreHosts'
>;

/** Makes the handlers that keep what a person says about hosts, in a history that opened or did not. */
export function createLabelHandlers(opening: StoreOpening): LabelHandlers {
  return {
    addTargets: (request) => writeTo(opening, (store) => addTargets(store, { ...request, nowMs: Date.now() })),
    setFavourite: (request) => writeTo(opening, (store) => setFavourite(store, request)),
    setDisplayName: (request) => writeTo(opening, (store) => setDisplayName(store, request)),
    setTags: (request) => writeTo(opening, (store) => setTags(store, request)),
    addNote: (request) => writeTo(opening, (store) => addNote(store, { ...request, writtenAtMs: request.writtenAtMs ?? Date.now() })),
    editNote: (request) => deleteFrom(opening, (store) => editNote(store, { ...request, nowMs: Date.now() })),
    removeNote: ({ noteId }) => deleteFrom(opening, (store) => removeNote(store, noteId)),
    renameHost: (request) => writeTo(opening, (store) => renameHost(store, request)),
    trashHosts: ({ hostIds }) => writeTo(opening, (store) => trashHosts(store, { hostIds, nowMs: Date.now() })),
    restoreHosts: ({ hostIds }) => writeTo(opening, (store) => restoreHosts(store, hostIds)),
  };
}
