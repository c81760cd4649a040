import { readFile, readlink } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { contract } from '../../shared/ipc/contract.ts';
import type { CallBridge, StreamBridge } from '../../shared/ipc/types.ts';
import { openApp, removeFolders, type RunningApp } from './support/open-app.ts';

declare global {
  interface Window {
    readonly bridge: CallBridge & StreamBridge;
  }
}

let running: RunningApp;

beforeAll(async () => {
  running = await openApp();
});
afterAll(async () => {
  await running.close();
  await removeFolders();
});

describe('the process of the page', () => {
  it('is in the sandbox, in namespaces of its own, and nobody asked for none', async () => {
    const pids = await running.app.evaluate(({ BrowserWindow }) => ({
      main: process.pid,
      page: BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    }));
    const status = await readFile(`/proc/${pids.page}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/mu);
    // Its number in each namespace of processes that it is in: ours, and one of its own.
    expect(status).toMatch(/^NSpid:\t\d+\t\d+/mu);
    expect(await readlink(`/proc/${pids.page}/ns/user`)).not.toBe(await readlink(`/proc/${pids.main}/ns/user`));
    for (const pid of [pids.main, pids.page]) expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  });

  it('has the strict preferences, all of them, in every page there is', async () => {
    const preferences = await running.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences: () => Readonly<Record<string, unknown>> }).getLastWebPreferences(),
        ),
    );
    // All that Electron tells of a page; with another version there may be more, and then it is to be looked at.
    expect(preferences).toEqual([
      {
        allowRunningInsecureContent: false,
        contextIsolation: true,
        disableDialogs: false,
        disablePopups: false,
        enableBlinkFeatures: '',
        experimentalFeatures: false,
        javascript: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        safeDialogs: false,
        safeDialogsMessage: '',
        sandbox: true,
        webSecurity: true,
        webviewTag: false,
      },
    ]);
  });
});

describe('the page', () => {
  const nodeNames = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];

  it('sees nothing of Node, neither in itself nor in a page within', async () => {
    const seen = await running.page.evaluate((names) => {
      const within = document.body.appendChild(document.createElement('iframe'));
      const inner = within.contentWindow as unknown as Record<string, unknown>;
      const found = {
        here: names.filter((name) => name in window),
        within: [...names, 'bridge'].filter((name) => name in inner),
      };
      within.remove();
      return found;
    }, nodeNames);
    expect(seen).toEqual({ here: [], within: [] });
  });

  it('sees of the main process one flat, frozen list of named functions, and nothing else', async () => {
    const bridge = await running.page.evaluate(() => {
      const { bridge } = window;
      return {
        entries: Object.fromEntries(
          Reflect.ownKeys(bridge).map((name) => [String(name), typeof (bridge as unknown as Record<string | symbol, unknown>)[name]]),
        ),
        within: Object.values(bridge).flatMap((named: object) => Object.keys(named)),
        isFrozen: Object.isFrozen(bridge),
        isPlain: Object.getPrototypeOf(bridge) === Object.prototype,
        isFixed: Object.getOwnPropertyDescriptor(window, 'bridge')?.configurable === false,
      };
    });
    expect(bridge).toEqual({
      entries: Object.fromEntries(Object.keys(contract).map((name) => [name, 'function'])),
      within: [],
      isFrozen: true,
      isPlain: true,
      isFixed: true,
    });
  });

  it('hears data only: no event, no port, nothing with a way back', async () => {
    const heard = await running.page.evaluate(
      () =>
        new Promise<readonly unknown[]>((resolve) => {
          const stop = window.bridge.followPreferences(null, (...given: readonly unknown[]) => {
            stop();
            const [message] = given as readonly [{ readonly value: object }];
            resolve([given.length, Object.keys(message).toSorted(), Object.getPrototypeOf(message.value) === Object.prototype]);
          });
        }),
    );
    expect(heard).toEqual([1, ['kind', 'value'], true]);
  });

  it('changes nothing of what the preload does by changing what it is made of', async () => {
    const [before, after] = await running.page.evaluate(async () => {
      const plain = JSON.stringify(await window.bridge.listHosts({ limit: 1 }));
      const stolen: unknown[] = [];
      const { push } = Array.prototype;
      const kept = { then: Promise.prototype.then, freeze: Object.freeze, entries: Object.entries, call: Function.prototype.call };
      const steal = (...things: readonly unknown[]): void => void push.call(stolen, ...things);
      Array.prototype.push = function (this: unknown[], ...items: unknown[]) {
        steal('push', ...items);
        return 0;
      };
      MessagePort.prototype.postMessage = (...given: readonly unknown[]) => steal('port', ...given);
      window.MessageChannel = function Stolen() {
        steal('channel');
      } as unknown as typeof MessageChannel;
      Object.entries = ((...given: readonly unknown[]) => steal('entries', ...given)) as unknown as typeof Object.entries;
      const streamed = await new Promise((resolve) => {
        const stop = window.bridge.followPreferences(null, (message) => {
          stop();
          resolve(message.kind);
        });
      });
      const patched = JSON.stringify(await window.bridge.listHosts({ limit: 1 }));
      Array.prototype.push = push;
      Object.entries = kept.entries;
      return [
        [plain, 'event', 0],
        [patched, streamed, stolen.length],
      ] as const;
    });
    expect(after).toEqual(before);
    await running.page.reload();
    await running.page.locator('[data-omnibox]').waitFor();
  });
});

describe('what needs leave', () => {
  const names = [
    ...['accelerometer', 'background-fetch', 'background-sync', 'camera', 'captured-surface-control', 'clipboard-read', 'display-capture'],
    ...['geolocation', 'gyroscope', 'idle-detection', 'keyboard-lock', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'nfc'],
    ...['notifications', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointer-lock', 'push'],
    ...['screen-wake-lock', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management', 'xr-spatial-tracking'],
  ];

  it('is granted to nobody, but for putting text on the clipboard', async () => {
    const states = await running.page.evaluate(
      async (all) =>
        Promise.all(
          all.map(async (name) =>
            navigator.permissions.query({ name: name as PermissionName, ...(name === 'push' ? { userVisibleOnly: true } : {}) }).then(
              ({ state }) => [name, state] as const,
              () => [name, 'unknown'] as const,
            ),
          ),
        ),
      [...names, 'clipboard-write'],
    );
    expect(states.filter(([, state]) => state === 'granted')).toEqual([['clipboard-write', 'granted']]);
    expect(states.filter(([, state]) => state === 'denied').length).toBeGreaterThanOrEqual(10);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['reading the clipboard', () => navigator.clipboard.readText()],
    ['reading pictures from the clipboard', () => navigator.clipboard.read()],
    ['the camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
    ['the microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['the screen', () => navigator.mediaDevices.getDisplayMedia()],
    ['the place', () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))],
    ['musical instruments', () => navigator.requestMIDIAccess({ sysex: true })],
    ['notices', () => Notification.requestPermission().then((state) => (state === 'granted' ? state : Promise.reject(new Error(state))))],
    [
      'the whole screen',
      () => Promise.race([document.documentElement.requestFullscreen(), new Promise((_, reject) => setTimeout(reject, 1_000))]),
    ],
    ['the pointer', () => document.body.requestPointerLock() as unknown as Promise<void>],
    ['keeping the screen awake', () => navigator.wakeLock.request('screen')],
    ['storage that stays', () => navigator.storage.persist().then((stays) => (stays ? stays : Promise.reject(new Error('no'))))],
    [
      'USB',
      () => (navigator as unknown as Record<'usb', { requestDevice: (o: object) => Promise<unknown> }>).usb.requestDevice({ filters: [] }),
    ],
    [
      'HID',
      () =>
        (navigator as unknown as Record<'hid', { requestDevice: (o: object) => Promise<unknown[]> }>).hid
          .requestDevice({ filters: [] })
          .then((devices) => (devices.length > 0 ? devices : Promise.reject(new Error('none')))),
    ],
    ['serial ports', () => (navigator as unknown as Record<'serial', { requestPort: () => Promise<unknown> }>).serial.requestPort()],
    [
      'Bluetooth',
      () =>
        (navigator as unknown as Record<'bluetooth', { requestDevice: (o: object) => Promise<unknown> }>).bluetooth.requestDevice({
          acceptAllDevices: true,
        }),
    ],
    [
      'fonts',
      () =>
        (window as unknown as Record<'queryLocalFonts', () => Promise<readonly unknown[]>>)
          .queryLocalFonts()
          .then((fonts) => (fonts.length > 0 ? fonts : Promise.reject(new Error('none')))),
    ],
    [
      'idleness',
      () =>
        (window as unknown as Record<'IdleDetector', { requestPermission: () => Promise<string> }>).IdleDetector.requestPermission().then(
          (state) => (state === 'granted' ? state : Promise.reject(new Error(state))),
        ),
    ],
  ])(
    '%s is refused, even after a click',
    async (_name, attempt) => {
      const answer = running.app.evaluate(
        ({ BrowserWindow }, source) =>
          // Run as the page's own code is after a click.
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
            `Promise.resolve().then(${source}).then((given) => 'granted ' + JSON.stringify(given), () => 'refused')`,
            true,
          ) as Promise<string>,
        attempt.toString(),
      );
      expect(await answer).toBe('refused');
    },
    10_000,
  );

  it('putting text on the clipboard is allowed', async () => {
    await running.page.evaluate(() => navigator.clipboard.writeText('copied by a test'));
    await expect.poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied by a test');
  });
});
