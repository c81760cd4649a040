import type { LinkId } from '../../shared/ipc/links.ts';
import { ask } from '../bridge.ts';

/** Opens a page of the fixed list in the person's browser; false where the system has none. */
export async function openLink(link: LinkId): Promise<boolean> {
  return (await ask('openLink', { link })) === 'opened';
}
