import { createContext } from 'svelte';

import type { Words } from '../shared/text/words.ts';
import type { Clock } from './state/clock.svelte.ts';
import type { Workspace } from './state/workspace.svelte.ts';

/** The words of the person's language. */
export const [getWords, setWords] = createContext<Words>();

/** What the person works on. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();

/** The time of day. */
export const [getClock, setClock] = createContext<Clock>();
