import type { InputForm } from '../../../shared/console/compose.ts';

/** What stands in the fields of a session, kept while another tab is looked at. */
export class Composing {
  text = $state('');
  form: InputForm = $state('text');
  /** Why the last line was not sent, as a key of the catalogue; null when it was. */
  notSent: 'full' | 'not_open' | 'held' | 'finished' | 'too_long' | 'no_session' | 'too_much' | null = $state(null);
  isEchoShown = $state(true);
  /** What is typed as text is sent at once, key by key; else with Enter. */
  isByKey = $state(false);
  /** The person's own choice for as long as the service does not change its mind; null leaves it to that. */
  isMaskedByHand: boolean | null = $state(null);
  listText = $state('');
  listName = $state('');
}
