import { ask } from '../bridge.ts';

/** What lies on this computer for the day something in Sonde fails. */
export class CrashReports {
  /** The newest first; null until they were read. */
  kept: readonly { readonly atMs: number; readonly sizeBytes: number }[] | null = $state.raw(null);

  /** Asks for them. */
  async read(): Promise<void> {
    this.kept = await ask('listCrashReports', null);
  }
}

/** Shows the folder in the system's own program; false where there is nothing in it yet. */
export async function showKept(kept: 'logs' | 'crashes'): Promise<boolean> {
  return (await ask('showKept', { kept })) === 'shown';
}
