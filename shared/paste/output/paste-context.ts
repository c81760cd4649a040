import type { Target } from '../../check/target.ts';

/** What is known beside a pasted text: it fills in what tools do not print, and says which lines of a table matter. */
export interface PasteContext {
  /** The endpoint it is about, or null. */
  readonly target: Target | null;
  /** The addresses the target's name has, when it is a name. */
  readonly addresses: readonly string[];
  /** Names its service's program runs under (`vsftpd`), for lists of processes. */
  readonly programs: readonly string[];
  /** The client's address as the server sees it, or null. */
  readonly client: string | null;
}

/** Nothing is known. */
export const noContext: PasteContext = { target: null, addresses: [], programs: [], client: null };
