import { trimSentence } from '../clean-text.ts';
import { readUrl } from '../read-url.ts';
import type { TextForm } from '../text-form.ts';

/** A URL by itself, as it stands in a browser or a mail. */
export const url: TextForm = { name: 'url', read: (text) => readUrl(trimSentence(text), 'url') };
