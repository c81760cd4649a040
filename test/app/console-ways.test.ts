import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeCertificates } from '../support/certificates.ts';
import { connect, input, said, send, transcript } from './support/console-drive.ts';
import { ftpAnswer, startLineServer } from './support/line-server.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { startUpgradingServer } from './support/upgrading-server.ts';
import { setSize, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

/** Loopback addresses of this file alone. */
const [udp, mail, terminal, ftp, bbs, keys] = [10, 20, 30, 40, 50, 60].map((host) => `127.0.107.${host}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

describe('the ways of the console', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    running = await openApp();
    ({ page } = running);
    await setSize(running, 1440, 900);
  }, 60_000);
  afterAll(async () => {
    const { complaints } = running;
    await running.close();
    await removeFolders();
    expect(complaints).toEqual([]);
  });

  async function picture(name: string): Promise<void> {
    await writeFile(join(pictures, `console-${name}-light.png`), await takePicture(running));
  }

  async function fillForm(host: string, port: number): Promise<void> {
    await page.keyboard.press('Control+j');
    await page.getByLabel('Host', { exact: true }).fill(host);
    await page.getByLabel('Port', { exact: true }).fill(String(port));
  }

  async function more(item: string, role: 'menuitem' | 'menuitemcheckbox' = 'menuitem'): Promise<void> {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole(role, { name: item, exact: true }).click();
  }

  /** Closes the session, its tab, and opens what was kept of it. */
  async function lookBack(): Promise<void> {
    await page.keyboard.press('Control+w');
    await page.locator('[data-state="ended"]').waitFor();
    await page.keyboard.press('Control+w');
    await page.keyboard.press('Control+Shift+j');
    await page.locator('[data-transcript]').first().click();
    await transcript(page).waitFor();
  }

  it('speaks UDP: every datagram is a line, and silence is no error', async () => {
    const server = createSocket('udp4', (words, from) => {
      for (const part of [`you said ${words.toString().trim()}`, 'and that is all']) server.send(part, from.port, from.address);
    });
    server.bind(0, udp);
    await once(server, 'listening');
    await fillForm(udp, server.address().port);
    await page.getByRole('button', { name: 'UDP', exact: true }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await input(page).waitFor();
    await send(page, 'PING');
    await expect.poll(() => said(page)).toContain('and that is all');
    const lines = await transcript(page).getByRole('option').allInnerTexts();
    expect(lines.filter((line) => line.includes('you said PING') || line.includes('and that is all'))).toHaveLength(2);
    await expect.poll(() => page.locator('[data-state="open"]').count()).toBe(1);
    await page.keyboard.press('Control+w');
    await expect.poll(() => said(page)).toContain('You closed');
    server.close();
  });

  it('goes on in TLS in the same session, and shows the verdict before anything is sent in it', async () => {
    const { selfSigned } = await makeCertificates({ folder: await makeFolder(), names: ['mail.test'], addresses: [mail] });
    const identity = { key: await readFile(selfSigned.keyPath, 'utf8'), cert: await readFile(selfSigned.chainPath, 'utf8') };
    const server = await startUpgradingServer(mail, identity);
    await connect(page, mail, server.port, 'smtp');
    await expect.poll(() => said(page)).toContain('220 mail.test ESMTP');
    await send(page, 'EHLO sonde.test');
    await expect.poll(() => said(page)).toContain('250 STARTTLS');
    await more('Go on in TLS (STARTTLS)');
    await page.getByRole('button', { name: 'Go on anyway' }).waitFor();
    await expect.poll(() => said(page)).toContain('220 go ahead');
    await send(page, 'EHLO in secret');
    await page.getByText('Not sent: first say what you think').waitFor();
    const { plain, secure } = server.received();
    expect(plain).toMatch(/^EHLO sonde\.test\r\n[\s\S]*STARTTLS\r\n$/u);
    expect(secure).toBe('');
    await picture('starttls-held');
    await page.getByRole('button', { name: 'Go on anyway' }).click();
    await input(page).press('Enter');
    await expect.poll(() => said(page)).toContain('250 secret');
    expect(server.received()).toEqual({ plain, secure: 'EHLO in secret\r\n' });
    await page.keyboard.press('Control+w');
    await page.locator('[data-state="ended"]').waitFor();
    await server.close();
  });

  it('shows Telnet negotiation as status lines beside the data, and doubles IAC in what is sent', async () => {
    const heard: Buffer[] = [];
    const server = createServer((socket: Socket) => {
      socket.on('error', () => undefined).on('data', (bytes) => heard.push(bytes));
      // IAC WILL ECHO and IAC DO TERMINAL-TYPE, in the middle of a word (RFC 854, 857, 1091).
      socket.write(Buffer.from([...Buffer.from('log'), 255, 251, 1, 255, 253, 24, ...Buffer.from('in: ')]));
    });
    server.listen(0, terminal);
    await once(server, 'listening');
    const place = server.address();
    if (place === null || typeof place === 'string') throw new Error('A TCP server has a port.');
    await fillForm(terminal, place.port);
    await page.getByLabel('Telnet').last().selectOption('refuse');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await input(page).waitFor();
    await expect.poll(() => said(page)).toMatch(/Server: WILL ECHO[\s\S]*You: DONT ECHO/u);
    await expect.poll(() => said(page)).toMatch(/Server: DO TTYPE[\s\S]*You: WONT TTYPE/u);
    await expect.poll(() => said(page)).toContain('in:');
    const data = await page.locator('[data-line].received').allInnerTexts();
    expect(data.join('')).not.toMatch(/IAC|ECHO/u);
    await page.getByRole('group', { name: 'How it is written' }).getByRole('button', { name: 'Hex' }).click();
    await send(page, 'FF 41');
    await expect
      .poll(() => Buffer.concat(heard).toString('hex'))
      // DONT ECHO, WONT TTYPE, and the byte 255 twice.
      .toBe('fffe01fffc18ffff41');
    await picture('telnet');
    await page.keyboard.press('Control+w');
    await page.locator('[data-state="ended"]').waitFor();
    server.close();
  });

  it('sends key by key where that is wished, and shows the text alone', async () => {
    const server = await startLineServer({ address: keys, greeting: 'boot> ', answer: () => 'ok\r\n' });
    await connect(page, keys, server.port);
    await expect.poll(() => said(page)).toContain('boot>');
    await more('Send each key at once', 'menuitemcheckbox');
    await input(page).pressSequentially('ls');
    await expect.poll(() => server.received()).toBe('ls');
    await expect.poll(() => input(page).inputValue()).toBe('');
    await input(page).press('Backspace');
    await input(page).press('Enter');
    await expect.poll(() => server.received()).toBe('ls\x7f\r\n');
    await expect.poll(() => said(page)).toContain('ok');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Bytes beside the text' }).click();
    await expect.poll(() => page.getByRole('listbox', { name: 'Bytes' }).count()).toBe(0);
    await page.keyboard.press('Control+w');
    await page.locator('[data-state="ended"]').waitFor();
    await server.close();
  });

  it('keeps what is sent only when told to, and credentials never', async () => {
    const server = await startLineServer({ address: ftp, greeting: '220 ready\r\n', answer: ftpAnswer });
    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 ready');
    await send(page, 'SYST');
    await expect.poll(() => said(page)).toContain('215 UNIX');
    await lookBack();
    await expect.poll(() => said(page)).toMatch(/\[6.B, not kept\]/u);
    expect(await said(page)).not.toContain('SYST');
    await expect.poll(() => said(page)).toContain('215 UNIX Type: L8');

    await connect(page, ftp, server.port, 'ftp');
    await expect.poll(() => said(page)).toContain('220 ready');
    await more('Keep what I send', 'menuitemcheckbox');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect
      .poll(() => page.getByRole('menuitemcheckbox', { name: 'Keep what I send', exact: true }).getAttribute('aria-checked'))
      .toBe('true');
    await page.keyboard.press('Escape');
    await send(page, 'NOOP');
    await expect.poll(() => said(page)).toContain('200 NOOP ok.');
    await send(page, 'PASS hunter2');
    await expect.poll(() => said(page)).toContain('530 Login');
    await lookBack();
    await expect.poll(() => said(page)).toContain('NOOP');
    expect(await said(page)).not.toContain('hunter2');
    await server.close();
  });

  it('opens a kept session in the encoding it was read in', async () => {
    const server = await startLineServer({ address: bbs, greeting: 'Gr\x81\xe1e\r\n', answer: () => null });
    await fillForm(bbs, server.port);
    await page.getByLabel('Text', { exact: true }).last().selectOption('cp437');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect.poll(() => said(page)).toContain('Grüße');
    await lookBack();
    await expect.poll(() => said(page)).toContain('Grüße');
    await page.getByRole('combobox', { name: /^Text/u }).selectOption('utf-8');
    await expect.poll(() => said(page)).toContain(String.raw`Gr\x81\xe1e`);
    await server.close();
  });

  it('replies to somebody who called by a list', async () => {
    await page.keyboard.press('Control+j');
    await page.getByRole('button', { name: 'Wait for a connection' }).click();
    await page.getByRole('button', { name: 'Wait', exact: true }).click();
    const heading = page.getByRole('heading', { name: /^Waiting at 127\.0\.0\.1:\d+/u });
    await heading.waitFor();
    const peer = createConnection({ host: '127.0.0.1', port: Number(/:(\d+)/u.exec(await heading.innerText())?.[1]) });
    let heard = '';
    peer.on('data', (bytes) => (heard += bytes.toString('latin1')));
    await once(peer, 'connect');
    peer.write('HELO there\r\n');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.poll(() => said(page)).toContain('HELO there');
    await page.getByRole('button', { name: 'Lists' }).click();
    await page.getByLabel('Steps').fill('wait for HELO\nsend 250 welcome\nwait for QUIT within 20 s\nsend 221 bye');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect.poll(() => heard).toContain('250 welcome\r\n');
    peer.write('QUIT\r\n');
    await expect.poll(() => heard).toContain('221 bye\r\n');
    await page.getByText('Done: every step went as written.').waitFor();
    peer.end();
    await expect.poll(() => said(page)).toContain('(FIN)');
  });
});
