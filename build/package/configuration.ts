/* eslint-disable no-template-curly-in-string -- macros that electron-builder fills in */
import type { Configuration } from 'electron-builder';
import checksums from 'electron/checksums.json' with { type: 'json' };

import { flipFuses } from './flip-fuses.ts';
import { nativeLibraries, packedFiles } from './packed-files.ts';

const home = 'https://sonde.example';
const purpose = 'Check an endpoint, see why it failed, find it again tomorrow.';
const architectures = ['x64', 'arm64'] as const;

/**
 * What electron-builder makes of out/ (https://www.electron.build/configuration), for all three systems.
 *
 * 1. Nothing opens Sonde but a person: no protocol, no file association.
 * 2. Nothing turns its sandbox off: no `executableArgs`, and the AppImage of the toolset that adds no such switch to its desktop entry.
 * 3. The Electron in it is the one that the lockfile pins, sum by sum; otherwise the host that serves it would serve the sums as well.
 * 4. Nothing is published or signed from here: the release workflow does both, with secrets that only it has.
 */
export const configuration = {
  appId: 'example.sonde',
  productName: 'Sonde',
  copyright: 'Copyright © Sonde contributors',
  extraMetadata: { desktopName: 'sonde.desktop', homepage: home, author: { name: 'Sonde contributors', email: 'packages@sonde.example' } },
  directories: { output: 'dist', buildResources: 'build/package' },
  artifactName: 'sonde-${version}-${os}-${arch}.${ext}',
  publish: null,
  files: packedFiles,
  asar: { smartUnpack: false },
  asarUnpack: nativeLibraries,
  // Its only native library is Node-API, prebuilt.
  npmRebuild: false,
  extraResources: ['LICENSE', 'THIRD-PARTY-NOTICES.md'],
  electronDownload: { checksums },
  electronLanguages: ['en'],
  afterPack: ({ electronPlatformName, appOutDir, packager }) => flipFuses({ platform: electronPlatformName, folder: appOutDir, packager }),
  toolsets: { appimage: '1.0.3' },
  linux: {
    target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch: [...architectures] })),
    executableName: 'sonde',
    icon: 'build/icons/linux',
    category: 'Network;Monitor',
    synopsis: 'Network toolkit for support staff',
    description: purpose,
    maintainer: 'Sonde contributors <packages@sonde.example>',
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'port;tcp;tls;dns;ping;console;', SingleMainWindow: 'true' } },
    extraFiles: [{ from: 'build/package/launchers/sonde-linux', to: 'bin/sonde' }],
  },
  deb: {
    afterInstall: 'build/package/after-install.sh',
    afterRemove: 'build/package/after-remove.sh',
    depends: [
      ...['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1', 'libatk-bridge2.0-0 | libatk-bridge2.0-0t64'],
      ...['libcups2 | libcups2t64', 'libxkbcommon0', 'libudev1', 'xdg-utils'],
    ],
    recommends: ['iputils-ping', 'traceroute'],
  },
  rpm: {
    afterInstall: 'build/package/after-install.sh',
    afterRemove: 'build/package/after-remove.sh',
    depends: [
      'gtk3',
      'nss',
      '(alsa-lib or libasound2)',
      '(mesa-libgbm or libgbm1)',
      'at-spi2-core',
      '(cups-libs or libcups2)',
      'xdg-utils',
    ],
  },
  win: {
    target: ['nsis', 'portable'].map((target) => ({ target, arch: [...architectures] })),
    icon: 'build/icons/icon.ico',
    extraFiles: [{ from: 'build/package/launchers/sonde.cmd', to: 'bin/sonde.cmd' }],
  },
  // A history outlives the program that made it.
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  portable: { artifactName: 'sonde-${version}-${os}-${arch}-portable.${ext}' },
  mac: {
    target: ['dmg', 'zip'].map((target) => ({ target, arch: [...architectures] })),
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.utilities',
    hardenedRuntime: true,
    entitlements: 'build/package/entitlements.mac.plist',
    entitlementsInherit: 'build/package/entitlements.mac.plist',
    extendInfo: {
      NSLocalNetworkUsageDescription: 'Sonde connects to the hosts you ask it to check, also those on your own network.',
    },
    extraResources: [{ from: 'build/package/launchers/sonde-mac', to: 'bin/sonde' }],
  },
} satisfies Configuration;
