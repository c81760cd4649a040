import type { DialogueStep } from '../../../shared/console/dialogue.ts';
import type { ResponseOf } from '../../../shared/ipc/types.ts';
import { ask } from '../../bridge.ts';

/** A list kept under a name. */
export interface KeptDialogue {
  readonly id: number;
  readonly name: string;
  readonly steps: readonly DialogueStep[];
}

/** The expect-and-send lists of a service. */
export class DialogueBook {
  rows: readonly KeptDialogue[] = $state.raw([]);
  readonly #service: string | null;

  constructor(service: string | null) {
    this.#service = service;
    void this.refresh();
  }

  /** Reads them anew. */
  async refresh(): Promise<void> {
    const listing = await ask('listDialogues', { service: this.#service });
    if (listing.kind === 'listed') this.rows = listing.rows;
  }

  /** Keeps a list under a name; tells what stood in the way. */
  async save(
    dialogue: { readonly name: string; readonly steps: readonly DialogueStep[] },
    replaces: boolean,
  ): Promise<ResponseOf<'saveDialogue'>> {
    const answer = await ask('saveDialogue', {
      service: this.#service,
      dialogue: { name: dialogue.name, steps: [...dialogue.steps] },
      replaces,
    });
    await this.refresh();
    return answer;
  }

  /** Removes one. */
  async remove(dialogueId: number): Promise<void> {
    await ask('removeDialogue', { dialogueId });
    await this.refresh();
  }
}
