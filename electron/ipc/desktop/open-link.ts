import { shell } from 'electron';

import { links } from '../../../shared/ipc/links.ts';
import type { CallHandler } from '../handlers.ts';

/**
 * Opens a page of the fixed list in the person's browser: the only place that hands anything to another program of the system.
 *
 * What it opens is never made from what was asked, from settings, or from the words of a server (Tabby CVE-2026-45037, Mattermost CVE-2024-37182).
 */
export const openLink: CallHandler<'openLink'> = ({ link }) =>
  shell.openExternal(links[link]).then(
    () => 'opened' as const,
    () => 'not_opened' as const,
  );
