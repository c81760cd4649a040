import { createContext } from 'svelte';

import type { Words } from '../shared/text/words.ts';
import type { Clock } from './state/clock.svelte.ts';
import type { Commands } from './state/commands.svelte.ts';
import type { Notices } from './state/notices.svelte.ts';
import type { Preferences } from './state/preferences.svelte.ts';
import type { Workspace } from './state/workspace.svelte.ts';

/** The words of the person's language. */
export const [getWords, setWords] = createContext<Words>();

/** What the person works on. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();

/** The time of day. */
export const [getClock, setClock] = createContext<Clock>();

/** What can be done now. */
export const [getCommands, setCommands] = createContext<Commands>();

/** What was just done, and how to take it back. */
export const [getNotices, setNotices] = createContext<Notices>();

/** What the person likes. */
export const [getPreferences, setPreferences] = createContext<Preferences>();
