import { build, Platform } from 'electron-builder';

import { findRuntime, rootFolder, type ElectronRuntime } from '../runtime.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { configuration } from './configuration.ts';

const platforms = { linux: Platform.LINUX, windows: Platform.WINDOWS, mac: Platform.MAC };

/** Packs out/ for this system into a folder of dist/, with the runtime that setup has found. */
export async function packFolder(): Promise<void> {
  const { folder, version } = requireRuntime();
  await pack({
    targets: Platform.current().createTarget('dir'),
    config: { ...configuration, electronDist: folder, electronVersion: version },
  });
}

/** Makes the installers of a system, from the official Electron that package.json names, which electron-builder fetches and verifies. */
export async function packInstallers(system: string): Promise<void> {
  const platform = Object.entries(platforms).find(([name]) => name === system)?.[1] ?? Platform.current();
  await pack({ targets: platform.createTarget(), config: configuration });
}

function requireRuntime(): ElectronRuntime {
  const runtime = findRuntime();
  if (runtime !== undefined) return runtime;
  throw new SetupFailure({
    what: 'The app cannot be packed.',
    why: 'There is no Electron runtime in this checkout yet.',
    remedy: 'Run "npm run setup" first.',
  });
}

/** A failure here is most often a host that cannot be reached: the tools of every installer but the folder come from the network. */
async function pack({ targets, config }: Pick<NonNullable<Parameters<typeof build>[0]>, 'targets' | 'config'>): Promise<void> {
  try {
    await build({ projectDir: rootFolder, targets, config, publish: 'never' });
  } catch (error) {
    throw new SetupFailure({
      what: 'The app could not be packed.',
      why: error instanceof Error ? error.message : String(error),
      remedy: 'For installers, electron-builder fetches Electron and its own tools from GitHub: run it where that can be reached.',
    });
  }
}
