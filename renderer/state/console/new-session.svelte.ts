import { emptyDraft, type SessionDraft } from '../../../shared/console/session-draft.ts';

/** A session that is not there yet: its form, in a tab. */
export class NewSession {
  readonly kind = 'new';
  readonly key: number;
  draft: SessionDraft = $state.raw(emptyDraft);
  /** To wait for somebody instead. */
  isListening = $state(false);

  constructor(key: number, draft: SessionDraft) {
    this.key = key;
    this.draft = draft;
  }
}
