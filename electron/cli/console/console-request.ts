import type { LineEnding } from '../../../shared/console/line-ending.ts';
import type { SessionRequest } from '../../../shared/console/session-request.ts';
import type { TextEncoding } from '../../../shared/console/text-encoding.ts';

/** What `sonde console` is asked to do. */
export interface ConsoleRequest {
  /** For a listener the target is the place to wait at. */
  readonly session: SessionRequest;
  /** Null connects. */
  readonly listening: ListeningChoice | null;
  readonly lineEnding: LineEnding | null;
  /** Send FIN at the end of piped input; at a terminal that is always so. */
  readonly finishesAtEnd: boolean;
  /** Quit this long after the end of the input; null waits for the peer. */
  readonly quitAfterMs: number | null;
  readonly output: 'raw' | 'hex' | 'visible_at_terminal';
  readonly encoding: TextEncoding;
  /** The file of the transcript. */
  readonly transcriptPath: string | null;
  /** What is sent is kept too. */
  readonly isSentKept: boolean;
  /** Keep it in the history (of a pipe how it went only); in a folder, or null for the app's own. */
  readonly saving: { readonly isWanted: boolean; readonly dataFolder: string | null };
  readonly isVerbose: boolean;
}

/** How to wait for connections. */
export interface ListeningChoice {
  /** One peer after the other, until interrupted. */
  readonly isRepeated: boolean;
  /** What to show in the TLS handshake: files, a made one, or null for plain connections. */
  readonly identity:
    { readonly kind: 'files'; readonly certificatePath: string; readonly keyPath: string } | { readonly kind: 'made' } | null;
}
