import { plainPunctuation, trimSentence } from './clean-text.ts';
import { readPlace } from './read-place.ts';
import { unreadable, type TargetReading } from './target-reading.ts';

/** Reads a host and its ports as people write them: "host:port", "[::1]:80", "host 20-25", "host: 22, 80, 443", "host:53/udp". */
export function readEndpoint(text: string): TargetReading {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1) return unreadable({ kind: 'several_lines', count: lines.length });
  const words = closeUp(trimSentence(plainPunctuation(text).replace(/["`]/gu, ''))).split(' ');
  const place = readPlace(words, null);
  if (place.kind === 'no_place') return unreadable(place.problem);
  const { host, ports, transport } = place;
  return { kind: 'read', form: 'endpoint', host, ports, transport: transport ?? 'tcp', options: {} };
}

/** One space between words, and none around a comma, beside a colon, or around the dash of a range. */
function closeUp(text: string): string {
  const single = text.trim().split(/\s+/u).join(' ');
  return single
    .replace(/ ?, ?/gu, ',')
    .replace(/ :(?!:) ?|(?<!:): /gu, ':')
    .replace(/(\d) - (\d)/gu, '$1-$2');
}
