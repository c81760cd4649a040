import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { configuration } from '../../../build/package/configuration.ts';
import { rootFolder } from '../../../build/runtime.mjs';

/** What electron-builder was about to hand to the tools of an installer, which it fetches from the network. */
interface Plan {
  readonly desktopEntry: string;
  /** Of the program that makes debs and rpms; none for the AppImage. */
  readonly args: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'sonde-installers-'));
const plans: Plan[] = [];

/** electron-builder asks this before it starts a tool, and with `true` it does not. */
function take(options: readonly [readonly string[], string] | { readonly desktop: string }): Promise<boolean> {
  const plan =
    'desktop' in options
      ? { desktopEntry: options.desktop, args: [] }
      : { desktopEntry: readFileSync(options[1], 'utf8'), args: options[0] };
  // The scripts go with electron-builder.
  const scripts = plan.args.map((arg) => (arg.endsWith('.sh') ? readFileSync(arg, 'utf8') : arg));
  plans.push({ ...plan, args: scripts });
  return Promise.resolve(true);
}

beforeAll(async () => {
  mkdirSync(join(folder, 'app', 'resources'), { recursive: true });
  const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await build({
    projectDir: rootFolder,
    prepackaged: join(folder, 'app'),
    targets: Platform.LINUX.createTarget(['AppImage', 'deb', 'rpm'], Arch.x64),
    config: { ...configuration, directories: { ...configuration.directories, output: join(folder, 'dist') } },
    publish: 'never',
    effectiveOptionComputed: take,
  });
  quiet.mockRestore();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every installer of Linux has an entry for the desktop that opens nothing but the window', () => {
  expect(plans).toHaveLength(3);
  for (const { desktopEntry } of plans) {
    expect(desktopEntry).toMatch(/^Exec=(?:AppRun|\/opt\/Sonde\/sonde) %U$/mu);
    // The name of the window's class, so that the desktop knows whose it is.
    expect(desktopEntry).toMatch(/^StartupWMClass=sonde$/mu);
    expect(desktopEntry).toMatch(/^Categories=Network;Monitor;$/mu);
    expect(desktopEntry).not.toMatch(/MimeType|x-scheme-handler|no-sandbox/u);
  }
});

it('deb and rpm say who made them, bring every icon, and put the command on PATH', () => {
  for (const { args } of plans.filter((plan) => plan.args.length > 0)) {
    expect(args).toEqual(expect.arrayContaining(['--name', 'sonde', '--license', 'MIT']));
    expect(args.filter((arg) => arg.includes('/usr/share/icons/hicolor/'))).toHaveLength(8);
    const script = args[args.indexOf('--after-install') + 1] ?? '';
    expect(script).toContain(`folder='/opt/Sonde'\nln -sf "$folder/bin/sonde" /usr/bin/sonde\n`);
  }
});

it('the scripts of deb and rpm are ones that sh understands', () => {
  for (const { args } of plans.filter((plan) => plan.args.length > 0)) {
    for (const name of ['--after-install', '--after-remove']) execFileSync('sh', ['-n'], { input: args[args.indexOf(name) + 1] });
  }
  expect(plans.filter(({ args }) => args.length > 0)).toHaveLength(2);
});
