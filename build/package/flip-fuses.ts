import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses as flip, FuseVersion, getCurrentFuseWire, type FuseV1Config } from '@electron/fuses';

import { fuseCount, fuses } from './fuses.ts';

/** A program that electron-builder has packed and not yet signed. */
interface PackedProgram {
  readonly platform: string;
  readonly folder: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string }; readonly executableName?: string };
}

/** Sets the fuses of the program as the table has them, and takes away what a runtime has to start other apps. */
export async function flipFuses({ platform, folder, packager }: PackedProgram): Promise<void> {
  const program = join(folder, programName(platform, packager));
  const known = await countFuses(program);
  // Rejects when this Electron has a fuse that the table does not decide.
  await flip(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: platform === 'darwin',
    ...Object.fromEntries(Object.entries(fuses).filter(([number]) => Number(number) < known)),
  } as FuseV1Config);
  if (known < fuseCount) console.warn(`Package: this Electron knows ${known} of ${fuseCount} fuses; an installer has all of them.`);
  await rm(join(folder, 'resources', 'default_app.asar'), { force: true });
  await rm(join(folder, 'version'), { force: true });
}

/** How many fuses a program has. */
export async function countFuses(program: string): Promise<number> {
  return Object.keys(await getCurrentFuseWire(program)).filter((name) => /^\d+$/u.test(name)).length;
}

function programName(platform: string, { appInfo, executableName }: PackedProgram['packager']): string {
  if (platform === 'darwin') return `${appInfo.productFilename}.app`;
  return platform === 'win32' ? `${appInfo.productFilename}.exe` : (executableName ?? appInfo.productFilename);
}
