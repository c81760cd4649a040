import type { EventOf } from '../../shared/ipc/types.ts';
import type { UpdateLook } from '../../shared/updates/update-result.ts';
import { ask, follow } from '../bridge.ts';
import { LongAct } from './long-act.svelte.ts';

/** The version that runs, and what looking for a new one brought. */
export class Updates {
  /** Null until it was read. */
  installed: string | null = $state.raw(null);
  /** The host that would be asked; null until it was read. */
  site: string | null = $state.raw(null);
  /** Null before the first look. */
  lastLook: UpdateLook | null = $state.raw(null);
  readonly looking = new LongAct('lookForUpdate');

  /** Reads what is known without asking anybody. */
  async read(): Promise<void> {
    const read = await ask('readUpdates', null);
    this.installed = read.installed;
    this.site = read.site;
    this.lastLook = read.lastLook;
  }

  /** Follows the looks until the function it returns is called; `onLook` is told of each. */
  follow(onLook: (told: EventOf<'followUpdates'>) => void = () => undefined): () => void {
    return follow('followUpdates', null, {
      onEvent: (told) => {
        this.lastLook = told.look;
        onLook(told);
      },
    });
  }
}
