import { readUrl } from '../read-url.ts';
import { unreadable, type TargetReading } from '../target-reading.ts';
import { withoutUser } from '../without-user.ts';
import type { Settings } from './settings.ts';

/** What a command that fetches one URL asks for (curl, wget); `guessScheme` names the scheme of a URL that has none. */
export function readWebAddress({ form, settings, operands, guessScheme }: WebCommand): TargetReading {
  const [url, second] = [...(settings.texts.url ?? []), ...operands];
  if (url === undefined) return unreadable({ kind: 'host_missing' });
  if (second !== undefined) return unreadable({ kind: 'too_many_words', text: withoutUser(second) });
  const reading = readUrl(url, form) ?? readUrl(`${guessScheme(url)}://${url}`, form) ?? unreadable({ kind: 'scheme_missing', text: url });
  if (reading.kind === 'unreadable') return reading;
  return { ...reading, options: { ...reading.options, ...settings.options } };
}

interface WebCommand {
  readonly form: string;
  readonly settings: Settings;
  readonly operands: readonly string[];
  readonly guessScheme: (url: string) => string;
}
