import type { Words } from '../../shared/text/words.ts';
import type { Screen } from './screen.ts';

/** How the command line ends: as expected, not as expected, not understood, interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** What a command works with. */
export interface Surroundings {
  readonly screen: Screen;
  readonly words: Words;
  /** The folder of the history unless another is named. */
  readonly dataFolder: string;
  /** sweep-worker, where the build put it. */
  readonly sweepWorkerFile: URL;
  /** transfer-worker, where the build put it. */
  readonly transferWorkerFile: URL;
}
