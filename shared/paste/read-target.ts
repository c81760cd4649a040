import { cleanText } from './clean-text.ts';
import { readCommand } from './command/read-command.ts';
import { textForms } from './forms.ts';
import { readEndpoint } from './read-endpoint.ts';
import { unreadable, type TargetReading } from './target-reading.ts';

/**
 * What a person typed or pasted, as a target to check: an endpoint, a URL, or a command line of a known program.
 *
 * Nothing is run, looked up or sent. Never throws; linear in the length of the text, so it may run on each key press.
 */
export function readTarget(text: string): TargetReading {
  if (text.length > LONGEST_TEXT) return unreadable({ kind: 'text_too_long', limitCharacters: LONGEST_TEXT });
  const cleaned = cleanText(text);
  if (cleaned === '') return unreadable({ kind: 'empty' });
  for (const { read } of textForms) {
    const reading = read(cleaned);
    if (reading !== null) return reading;
  }
  return readCommand(cleaned) ?? readEndpoint(cleaned);
}

/** A browser's "copy as cURL" with its cookies is some ten thousand characters; what is longer is no target, and would be felt on each key press. */
const LONGEST_TEXT = 32_768;
