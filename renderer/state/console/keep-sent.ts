import { ask } from '../../bridge.ts';
import type { LiveSession } from './live-session.svelte.ts';

/** Keeps what is sent to a service from now on, in this session and in later ones. */
export async function keepSent(session: LiveSession, service: string): Promise<void> {
  await Promise.all([session.act({ kind: 'keep_sent', isSentKept: true }), ask('writeConsoleHabits', { service, isSentKept: true })]);
}
