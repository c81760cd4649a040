import type { InputForm } from '../../../shared/console/compose.ts';
import { emptyDraft, type SessionDraft } from '../../../shared/console/session-draft.ts';

/** A session that is not there yet: its form, in a tab. */
export class NewSession {
  readonly kind = 'new';
  readonly key: number;
  draft: SessionDraft = $state.raw(emptyDraft);
  /** Written before the window was opened again, to be sent once it is connected; null when nothing. */
  unsent: { readonly text: string; readonly form: InputForm } | null = null;
  /** To wait for somebody instead. */
  isListening = $state(false);

  constructor(key: number, draft: SessionDraft) {
    this.key = key;
    this.draft = draft;
  }
}
