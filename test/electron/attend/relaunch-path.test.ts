import { expect, it } from 'vitest';

import { relaunchPath } from '../../../electron/attend/relaunch-path.ts';

const execPath = '/tmp/.mount_SondeAb12/sonde';
const APPIMAGE = '/home/ada/Sonde.AppImage';

it.each([
  ['its AppImage, which is mounted anew', { env: { APPIMAGE, APPDIR: '/tmp/.mount_SondeAb12' }, execPath }, APPIMAGE],
  ['itself where it was installed', { env: {}, execPath: '/opt/Sonde/sonde' }, null],
  [
    'itself where the terminal it was started in is an AppImage',
    { env: { APPIMAGE: '/home/ada/Terminal.AppImage', APPDIR: '/tmp/.mount_Termin' }, execPath: '/opt/Sonde/sonde' },
    null,
  ],
  ['itself beside a mount whose name begins like its own', { env: { APPIMAGE, APPDIR: '/tmp/.mount_Sonde' }, execPath }, null],
])('starts again from %s', (_what, started, expected) => {
  expect(relaunchPath(started)).toBe(expected);
});
