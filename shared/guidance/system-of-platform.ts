import type { System } from './server-fact.ts';

/** The system guidance has commands for, of a platform as Node names it; a system nobody knows is treated as Linux, its nearest. */
export function systemOfPlatform(platform: string): System {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}
