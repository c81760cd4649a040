import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { makeCertificates } from '../support/certificates.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { connect, input, said, send, transcript } from './support/console-drive.ts';
import { checkToEnd, hasFocus } from './support/drive.ts';
import { ftpAnswer, startLineServer, type LineServer } from './support/line-server.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { setSize, setTheme, setZoom, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

/** Loopback addresses of this file alone. */
const ftp = '127.0.92.10';
const mail = '127.0.92.20';
const web = '127.0.92.30';
const till = '127.0.92.40';

describe('the console', () => {
  let running: RunningApp;
  let server: LineServer;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    server = await startLineServer({ address: ftp, greeting: '220 (vsFTPd 2.0.5)\r\n', answer: ftpAnswer });
  });
  afterEach(async () => {
    const { complaints } = running;
    await running.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await server.close();
    await removeFolders();
  });

  async function start(): Promise<Page> {
    running = await openApp();
    await setSize(running, 1440, 900);
    return running.page;
  }

  async function picture(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `console-${name}-${theme}.png`), await takePicture(running));
    }
  }

  it('connects, shows what the service says, sends a line, and goes on after a reconnect', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await expect.poll(() => said(page)).toContain('220 (vsFTPd 2.0.5)');
    await expect.poll(() => hasFocus(input(page))).toBe(true);
    await send(page, 'SYST');
    await expect.poll(() => said(page)).toContain('215 UNIX Type: L8');
    await send(page, 'FEAT');
    await expect.poll(() => said(page)).toContain('211 End');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('open');
    await page.keyboard.press('Control+w');
    await expect.poll(() => said(page)).toContain('You closed the connection (FIN) after');
    await page.keyboard.press('Control+Shift+r');
    await expect.poll(() => said(page)).toMatch(/Reconnected at \d/u);
    await expect.poll(() => said(page)).toMatch(/Reconnected[\s\S]*220 \(vsFTPd/u);
    expect(server.received()).toContain('SYST\r\nFEAT\r\n');
    await transcript(page).getByRole('option', { name: '211-Features:' }).click();
    await transcript(page)
      .getByRole('option', { name: '211 End' })
      .click({ modifiers: ['Shift'] });
    await picture('reconnected');
  });

  it('half-closes and goes on reading, and says goodbye in the words of the service', async () => {
    const page = await start();
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await page.keyboard.press('Control+d');
    await expect.poll(() => said(page)).toContain('You will send no more (FIN); reading goes on.');
    server.sockets().at(-1)?.write('226 still here\r\n');
    await expect.poll(() => said(page)).toContain('226 still here');
    await send(page, 'NOOP');
    await expect.poll(() => page.getByText('Not sent: you said that you will send no more').count()).toBe(1);
    await expect.poll(() => input(page).inputValue()).toBe('NOOP');
    await page.keyboard.press('Control+w');
    await expect.poll(() => page.getByRole('button', { name: 'Reconnect' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Reconnect' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Half-close' }).count()).toBe(1);
    await page.keyboard.press('Control+Shift+d');
    await expect.poll(() => said(page)).toContain('221 Goodbye.');
    await expect.poll(() => said(page)).toContain('The other side closed the connection (FIN)');
  });

  it('says who ended it, and leads to the cause', async () => {
    const page = await start();
    const early = await startScriptedServer({
      address: till,
      behaviour: { kind: 'leave', text: '421 Service not available.\r\n', by: 'fin' },
    });
    await connect(page, till, early.port);
    await expect.poll(() => said(page)).toContain('Closed early. The other side closed the connection (FIN) after');
    await picture('closed-early');
    await early.close();
    await page.keyboard.press('Control+Shift+r');
    await expect.poll(() => said(page)).toMatch(/Refused\. Not connected: 127\.0\.92\.40:\d+ refused/u);
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('button', { name: 'Find the cause' }).click();
    await page.locator('h1', { hasText: till }).waitFor();
    const resetting = await startScriptedServer({ address: till, behaviour: { kind: 'leave', afterMs: 1_000, by: 'reset' } });
    await connect(page, till, resetting.port);
    await expect.poll(() => said(page)).toMatch(/reset the connection\s+\(RST\)/u);
    await resetting.close();
  });

  it('shows a certificate that is not good before anything is sent, and goes on when told to', async () => {
    const page = await start();
    const folder = await makeFolder();
    const { expired } = await makeCertificates({ folder, names: ['localhost'], addresses: [web] });
    const identity = { key: await readFile(expired.keyPath, 'utf8'), cert: await readFile(expired.chainPath, 'utf8') };
    const secure = await startLineServer({ address: web, greeting: '220 secret\r\n', answer: () => '250 ok\r\n', identity });
    await page.keyboard.press('Control+j');
    await page.getByLabel('Host', { exact: true }).fill(web);
    await page.getByLabel('Port', { exact: true }).fill(String(secure.port));
    await page.getByRole('button', { name: 'TLS', exact: true }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('button', { name: 'Go on anyway' }).waitFor();
    expect(await said(page)).not.toContain('220 secret');
    await send(page, 'EHLO x');
    await expect.poll(() => page.getByText('Not sent: first say what you think').count()).toBe(1);
    expect(secure.received()).toBe('');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('tls-held');
    await page.getByRole('button', { name: 'Go on anyway' }).click();
    await expect.poll(() => said(page)).toContain('220 secret');
    await input(page).press('Enter');
    await expect.poll(() => secure.received()).toContain('EHLO x');
    await secure.close();
  });

  it('writes in escapes and in hex, marks what is wrong, and offers earlier lines again', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await send(page, 'NOOP');
    await expect.poll(() => said(page)).toContain('200 NOOP ok.');
    const forms = page.getByRole('group', { name: 'How it is written' });
    await forms.getByRole('button', { name: 'Escapes' }).click();
    await input(page).fill(String.raw`a\qb`);
    await expect.poll(() => page.getByText(String.raw`\q is no escape`).count()).toBe(1);
    await input(page).press('Enter');
    await input(page).fill(String.raw`\x00\x1b[31mNO`);
    await expect.poll(() => page.locator('[data-preview]').innerText()).toBe('00 1B 5B 33 31 6D 4E 4F 0D 0A');
    await input(page).press('Enter');
    await expect.poll(() => server.received()).toContain('\0\u001b[31mNO\r\n');
    await expect.poll(() => said(page)).toContain('ESC');
    await forms.getByRole('button', { name: 'Hex' }).click();
    await input(page).fill('4e 4f 4f 5');
    await expect.poll(() => page.getByText('is half a byte').count()).toBe(1);
    await picture('hex-mistake');
    await input(page).fill('53 59 53 54 0d 0a');
    await input(page).press('Enter');
    await expect.poll(() => server.received()).toContain('NO\r\nSYST\r\n');
    await input(page).press('ArrowUp');
    await expect.poll(() => input(page).inputValue()).toBe('53 59 53 54 0d 0a');
    await input(page).press('ArrowUp');
    await input(page).press('ArrowUp');
    await expect.poll(() => input(page).inputValue()).toBe('NOOP');
    await input(page).press('ArrowDown');
    await input(page).press('ArrowDown');
    await input(page).press('ArrowDown');
    await expect.poll(() => input(page).inputValue()).toBe('');
  });

  it('asks before it sends several pasted lines', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    const before = server.received().length;
    await running.app.evaluate(({ clipboard }) => clipboard.writeText('NOOP\nSYST\nFEAT\n'));
    await input(page).press('Control+v');
    await page.getByRole('dialog', { name: /Send 3.lines\?/u }).waitFor();
    expect(server.received().length).toBe(before);
    await picture('paste');
    await page.getByRole('button', { name: 'Do not send' }).click();
    await input(page).press('Control+v');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.received().slice(before)).toBe('NOOP\r\nSYST\r\nFEAT\r\n');
    await expect.poll(() => said(page)).toContain('211 End');
  });

  it('hides what is typed at a password prompt, and keeps it out of sight and history', async () => {
    const page = await start();
    const login = await startLineServer({
      address: mail,
      greeting: 'login: ',
      answer: (line) => (line === 'root' ? 'Password: ' : 'Login incorrect\r\n'),
    });
    await connect(page, mail, login.port);
    await expect.poll(() => said(page)).toContain('login:');
    await send(page, 'root');
    await expect.poll(() => input(page).getAttribute('type')).toBe('password');
    await send(page, 'hunter2');
    await expect.poll(() => said(page)).toContain('Login incorrect');
    expect(login.received()).toBe('root\r\nhunter2\r\n');
    expect(await page.locator('body').innerText()).not.toContain('hunter2');
    await expect.poll(() => said(page)).toContain('[hidden, ');
    await expect.poll(() => input(page).getAttribute('type')).toBe('text');
    await input(page).press('ArrowUp');
    await expect.poll(() => input(page).inputValue()).toBe('root');
    await picture('hidden');
    await login.close();
  });

  it('offers the snippets of the service, and fills in their blanks', async () => {
    const page = await start();
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await page.getByRole('button', { name: 'SYST', exact: true }).click();
    await expect.poll(() => said(page)).toContain('215 UNIX');
    await page.keyboard.press('Control+;');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('snippets');
    await dialog.getByRole('button', { name: /^PASS/u }).click();
    await dialog.getByLabel('Password').fill('s3cret');
    await page.keyboard.press('Enter');
    await expect.poll(() => server.received()).toContain('PASS s3cret\r\n');
    await expect.poll(() => said(page)).toContain('530 Login incorrect.');
    expect(await said(page)).not.toContain('s3cret');
  });

  it('runs an expect-and-send list, tells its result, keeps it under a name, and says what cannot be read', async () => {
    const page = await start();
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await page.getByRole('button', { name: 'Lists' }).click();
    const steps = page.getByLabel('Steps');
    await steps.fill('wait for 220\nshout NOOP');
    await page.getByText('Line 2 begins no step: shout NOOP').waitFor();
    await steps.fill('wait for 220\nsend NOOP\nwait for 200 within 5 s\nsend QUIT\nwait for close within 5 s');
    await page.getByLabel('Name', { exact: true }).fill('Greets and leaves');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Greets and leaves', exact: true }).waitFor();
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('lists');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => page.getByText('Greets and leaves. Done: every step went as written.').count()).toBe(1);
    await expect.poll(() => said(page)).toContain('221 Goodbye.');
    await page.keyboard.press('Control+Shift+r');
    await expect.poll(() => page.getByRole('button', { name: 'Half-close' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Lists' }).click();
    await steps.fill('wait for 999 within 300 ms');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => page.getByText(/Step 1 was not answered in time/u).count()).toBe(1);
  });

  it('finds text and bytes, and copies the selected lines in four forms', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await send(page, 'FEAT');
    await expect.poll(() => said(page)).toContain('211 End');
    await page.keyboard.press('Control+f');
    await page.locator('[data-find]').fill('211');
    await expect.poll(() => page.getByText('1 of 2').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('2 of 2').count()).toBe(1);
    await expect.poll(() => transcript(page).getByRole('option', { selected: true }).innerText()).toContain('211 End');
    await picture('find');
    await page.getByRole('search').getByRole('button', { name: 'Bytes' }).click();
    await page.locator('[data-find]').fill('4d 44 54 4d');
    await expect.poll(() => page.getByText('1 of 1').count()).toBe(1);
    await page.keyboard.press('Escape');
    await transcript(page).getByRole('option', { name: '211 End' }).click();
    const copied = (): Promise<string> => running.app.evaluate(({ clipboard }) => clipboard.readText());
    for (const [form, text] of [
      ['Copy as text', '211 End\n'],
      ['Copy as hex', '32 31 31 20 45 6e 64 0d 0a'],
      ['Copy as a C string', String.raw`"211 End\r\n"`],
      ['Copy as a printf command', String.raw`printf '211 End\r\n'`],
    ] as const) {
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByRole('menuitem', { name: form, exact: true }).click();
      await expect.poll(copied).toBe(text);
    }
    await transcript(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe(' SIZE\n TVFS\n');
  });

  it('holds several sessions in tabs, turned and closed by keys', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await connect(page, ftp, server.port);
    const tabs = page.getByRole('tablist', { name: 'Sessions' }).getByRole('tab');
    await expect.poll(() => tabs.count()).toBe(2);
    await expect.poll(() => tabs.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Control+Tab');
    await expect.poll(() => tabs.nth(0).getAttribute('aria-selected')).toBe('true');
    await tabs.nth(0).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => tabs.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Delete');
    await expect.poll(() => tabs.count()).toBe(1);
    await tabs.nth(0).locator('[data-close]').click();
    await expect.poll(() => tabs.count()).toBe(0);
  });

  it('waits for a connection, gives each who comes a tab, and warns before others may connect', async () => {
    const page = await start();
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Wait for a connection' }).click();
    await page.getByRole('button', { name: 'Anybody who can reach it' }).click();
    await page.getByText('Whoever can reach this computer can then connect').waitFor();
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('listen-form');
    await page.getByRole('button', { name: 'This computer only' }).click();
    await page.getByRole('button', { name: 'Wait', exact: true }).click();
    const heading = page.getByRole('heading', { name: /^Waiting at 127\.0\.0\.1:\d+/u });
    await heading.waitFor();
    const port = Number(/:(\d+)/u.exec(await heading.innerText())?.[1]);
    const peer = createConnection({ host: '127.0.0.1', port });
    let heard = '';
    peer.on('data', (bytes) => (heard += bytes.toString('latin1')));
    await once(peer, 'connect');
    peer.write('hello there\r\n');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.poll(() => said(page)).toContain('hello there');
    await picture('peer');
    await send(page, 'welcome');
    await expect.poll(() => heard).toContain('welcome');
    peer.end();
    await expect.poll(() => said(page)).toContain('(FIN)');
  });

  it('keeps sessions, finds what was said in them, opens and removes them', async () => {
    const page = await start();
    await connect(page, ftp, server.port);
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await send(page, 'FEAT');
    await expect.poll(() => said(page)).toContain('211 End');
    await page.keyboard.press('Control+w');
    await expect.poll(() => said(page)).toContain('You closed');
    await page.keyboard.press('Control+w');
    await page.keyboard.press('Control+Shift+j');
    const rows = page.locator('[data-transcript]');
    await expect.poll(() => rows.count()).toBe(1);
    await page.locator('[data-kept-search]').fill('STREAM');
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('kept-list');
    await rows.first().click();
    await expect.poll(() => said(page)).toContain('211 End');
    await expect.poll(() => said(page)).toMatch(/not kept/u);
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await picture('kept');
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => rows.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await page.locator('[data-kept-search]').fill('nobody said this');
    await page.getByText('Nothing of that was said').waitFor();
  });

  it('opens from the omnibox, and from the page of a host with its kept sessions', async () => {
    const page = await start();
    await page.locator('[data-omnibox]').fill(`telnet ${ftp} ${server.port}`);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await page.keyboard.press('Control+w');
    await expect.poll(() => said(page)).toContain('You closed');
    await checkToEnd(page, `${ftp}:${server.port}`);
    await page.getByRole('button', { name: /kept$/u }).waitFor();
    await page.getByRole('button', { name: 'Console', exact: true }).click();
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
  });

  it('keeps its shape in every window', async () => {
    const page = await start();
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 (vsFTPd');
    await send(page, 'FEAT');
    await expect.poll(() => said(page)).toContain('211 End');
    await setSize(running, 1024, 700);
    await picture('1024x700');
    await page.getByRole('button', { name: 'Bytes' }).first().click();
    await picture('1024x700-bytes');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('button', { name: 'Transcript' }).first().click();
    await setSize(running, 800, 700);
    await picture('narrow');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await setSize(running, 1440, 900);
    await setZoom(running, 2);
    await picture('zoom200');
    await setZoom(running, 1);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await picture('rtl');
    await page.evaluate(() => (document.documentElement.dir = 'ltr'));
    await page.keyboard.press('Control+j');
    await page.getByText('More settings').click();
    await picture('form');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByLabel('Host', { exact: true }).fill('not a host');
    await page.keyboard.press('Enter');
    await page.getByText('Not a host name or an address.').waitFor();
  });
});
