import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';

import { configuration } from '../../../build/package/configuration.ts';
import { fuses } from '../../../build/package/fuses.ts';
import { rootFolder } from '../../../build/runtime.mjs';

const folder = join(rootFolder, 'build', 'package');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** electron-builder's own judgement, which it passes before it packs; it is not among its exports. */
async function validate(config: unknown): Promise<void> {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as {
    readonly validateConfiguration: (config: unknown, log: { readonly isEnabled: boolean }) => Promise<void>;
  };
  await validateConfiguration(config, { isEnabled: false });
}

/** All keys of a configuration, at any depth. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('the configuration of the packages', () => {
  it('is one that electron-builder takes, for all three systems', async () => {
    await validate(structuredClone({ ...configuration, afterPack: undefined }));
    await expect(validate({ ...configuration, afterPack: undefined, linx: {} })).rejects.toThrow("unknown property 'linx'");
  });

  it.each([
    ['linux', ['AppImage', 'deb', 'rpm']],
    ['win', ['nsis', 'portable']],
    ['mac', ['dmg', 'zip']],
  ] as const)('makes every installer of %s, for both kinds of processor', (system, targets) => {
    expect(configuration[system].target).toEqual(targets.map((target) => ({ target, arch: ['x64', 'arm64'] })));
  });

  it('registers no protocol and no kind of file, publishes nothing, and turns no sandbox off', () => {
    const keys = keysOf(configuration);
    for (const key of ['protocols', 'fileAssociations', 'mimeTypes', 'executableArgs']) expect(keys).not.toContain(key);
    expect(configuration.publish).toBeNull();
    // The older one writes --no-sandbox into the desktop entry of every AppImage.
    expect(configuration.toolsets.appimage).toBe('1.0.3');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const scripts = files
      .filter(({ name }) => !name.endsWith('.ts'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    expect(scripts.join('\n')).not.toMatch(/no-sandbox|x-scheme-handler/u);
  });

  it('names only files that are there', () => {
    const { linux, deb, rpm, win, mac } = configuration;
    const extra = [...linux.extraFiles, ...win.extraFiles, ...mac.extraResources].map(({ from }) => from);
    const scripts = [deb, rpm].flatMap(({ afterInstall, afterRemove }) => [afterInstall, afterRemove]);
    for (const path of [...extra, ...scripts, linux.icon, win.icon, mac.icon, mac.entitlements]) {
      expect(existsSync(join(rootFolder, path)), path).toBe(true);
    }
  });

  it('asks macOS for nothing but what V8 needs, and says why it looks at the local network', () => {
    expect([...read('entitlements.mac.plist').matchAll(/<key>(.*)<\/key>/gu)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(configuration.mac.hardenedRuntime).toBe(true);
    expect(configuration.mac.extendInfo.NSLocalNetworkUsageDescription).toMatch(/^Sonde .*\.$/u);
  });

  it('keeps what people checked when the program goes', () => {
    expect(configuration.nsis.deleteAppDataOnUninstall).toBe(false);
    expect(read('after-remove.sh')).not.toMatch(/\.config|\/home|rm -r/u);
  });
});

describe('the fuses', () => {
  it('are all decided, so that a new one stops the build', () => {
    const known = Object.keys(FuseV1Options).filter((name) => /^\d+$/u.test(name));
    expect(Object.keys(fuses).toSorted()).toEqual(known.toSorted());
  });
});

describe('the launchers', () => {
  it.each(['sonde-linux', 'sonde-mac'])('%s can be run, and refuses root before it starts anything', (name) => {
    const script = read(join('launchers', name));
    expect(statSync(join(folder, 'launchers', name)).mode & 0o111).toBe(0o111);
    expect(script.indexOf('exit 2')).toBeLessThan(script.indexOf('exec '));
  });

  it.each(['sonde-linux', 'sonde-mac', 'sonde.cmd'])('%s hands on no folder of compiled code', (name) => {
    const script = read(join('launchers', name));
    const taken = /^(?:unset NODE_COMPILE_CACHE|set NODE_COMPILE_CACHE=)\r?$/mu.exec(script);
    expect(taken?.index).toBeLessThan(script.indexOf('--ozone-platform'));
  });

  it('sonde.cmd passes on the exit code', () => {
    expect(read(join('launchers', 'sonde.cmd'))).toMatch(/^exit \/b %ERRORLEVEL%\r?$/mu);
  });
});
