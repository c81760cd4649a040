import type { ResponseOf } from '../../shared/ipc/types.ts';
import { ask } from '../bridge.ts';

/** The text of a file of targets that the person chooses in the system's dialog. */
export async function readTargetFile(): Promise<ResponseOf<'readTargetFile'>> {
  return ask('readTargetFile', null);
}
