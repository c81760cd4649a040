import { ask } from '../bridge.ts';

/** Where the history lies on this computer. */
export class DataFolder {
  /** Null until it was read. */
  path: string | null = $state(null);

  /** Asks for it. */
  async read(): Promise<void> {
    this.path = (await ask('readFolder', null)).path;
  }
}
