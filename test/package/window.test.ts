import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { checkToEnd } from '../app/support/drive.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { sonde } from './support/packed-app.ts';
import { openPackedWindow, targetsAt, type PackedWindow } from './support/packed-window.ts';
import { listeningSockets, processesOf } from './support/processes.ts';

const address = '127.0.108.2';
const PORT_OPENS_WITHIN_MS = 2_000;
let window: PackedWindow;
let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer({ behaviour: { kind: 'greet', text: '220 packed.example ready\r\n' }, address });
  // All that a link, a file manager or somebody with a foot in the door may pass.
  window = await openPackedWindow([`evil://${address}:${server.port}/`, `${address}:${server.port}`, '--some-flag', '--inspect=0'], {
    ELECTRON_ENABLE_LOGGING: '1',
  });
});
afterAll(async () => {
  await window.close();
  await server.close();
});

test('what it was started with is no command: nothing was dialled', async () => {
  expect(server.sessions()).toEqual([]);
  expect((await sonde(['history', '--json'], { home: window.home })).stdout).toBe('');
});

test('a check made in the window is kept, and the command line shows it', async () => {
  expect(await checkToEnd(window.page, `${address}:${server.port}`)).toMatch(/^Succeeded/u);
  const { stdout, exitCode } = await sonde(['history', address, '--json'], { home: window.home });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'succeeded', target: { host: address, port: server.port } });
});

test('nothing listens but the debugging port it was given here', () => {
  const processes = processesOf(window.pid);
  const port = window.port.toString(16).toUpperCase().padStart(4, '0');
  expect(listeningSockets(processes)).toEqual([`tcp 0100007F:${port}`]);
  // Whose sockets cannot be seen is in the sandbox, where none can be opened.
  expect(processes.filter(({ sockets, seccomp }) => sockets === null && seccomp !== 2)).toEqual([]);
});

test('the page is in the sandbox, and nothing was started without one', () => {
  const processes = processesOf(window.pid);
  expect(processes.filter(({ commandLine }) => / --no-sandbox( |$)/u.test(commandLine))).toEqual([]);
  expect(processes.filter(({ seccomp }) => seccomp === 2).length).toBeGreaterThan(0);
});

test('there are no tools for development', async () => {
  for (const keys of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C']) await window.page.keyboard.press(keys);
  const targets = await targetsAt(window.port);
  expect(targets.map(({ url }) => url).filter((url) => !url.startsWith('app://ui/'))).toEqual([]);
});

test('no debugger can be had, by a switch or by a signal', async () => {
  expect(window.stderr()).not.toContain('Debugger listening');
  const before = listeningSockets(processesOf(window.pid));
  process.kill(window.pid, 'SIGUSR1');
  // Node would open a port now. Without its inspector nobody handles the signal, and that ends the program.
  await Promise.race([window.ended, wait(PORT_OPENS_WITHIN_MS)]);
  expect(before).toEqual(expect.arrayContaining([...listeningSockets(processesOf(window.pid))]));
  expect(window.stderr()).not.toContain('Debugger listening');
});
