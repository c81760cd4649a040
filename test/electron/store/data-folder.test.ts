import { describe, expect, test } from 'vitest';

import { dataFolder } from '../../../electron/store/data-folder.ts';

describe('dataFolder', () => {
  test.each([
    ['Linux', { platform: 'linux', env: {}, home: '/home/ada' }, '/home/ada/.config/Sonde'],
    ['Linux with XDG_CONFIG_HOME', { platform: 'linux', env: { XDG_CONFIG_HOME: '/srv/config' }, home: '/home/ada' }, '/srv/config/Sonde'],
    [
      'Linux with an empty XDG_CONFIG_HOME',
      { platform: 'linux', env: { XDG_CONFIG_HOME: '' }, home: '/home/ada' },
      '/home/ada/.config/Sonde',
    ],
    [
      'Linux with a relative XDG_CONFIG_HOME',
      { platform: 'linux', env: { XDG_CONFIG_HOME: 'config' }, home: '/home/ada' },
      '/home/ada/.config/Sonde',
    ],
    ['macOS', { platform: 'darwin', env: { XDG_CONFIG_HOME: '/x' }, home: '/Users/ada' }, '/Users/ada/Library/Application Support/Sonde'],
    ['Windows', { platform: 'win32', env: { APPDATA: 'D:\\Roaming' }, home: 'C:\\Users\\ada' }, 'D:\\Roaming\\Sonde'],
    ['Windows without APPDATA', { platform: 'win32', env: {}, home: 'C:\\Users\\ada' }, 'C:\\Users\\ada\\AppData\\Roaming\\Sonde'],
  ] as const)('is the userData folder of Electron on %s', (_, surroundings, folder) => {
    expect(dataFolder(surroundings)).toBe(folder);
  });
});
