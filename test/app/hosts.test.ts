import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../electron/store/store.ts';
import { addTargets } from '../../electron/store/hosts/targets.ts';
import { setDisplayName, setFavourite } from '../../electron/store/hosts/host-labels.ts';
import { addNote } from '../../electron/store/hosts/host-notes.ts';
import type { Target } from '../../shared/check/target.ts';
import { startScriptedServer, type ScriptedServer } from '../support/scripted-server.ts';
import { axeViolations } from './support/axe.ts';
import { hosts, outcome } from './support/drive.ts';
import { makePast, saveHistory } from './support/history.ts';
import { chooseInMenu, menuItem } from './support/menu.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';
import { idOf, withStore } from './support/prepare-store.ts';
import { filter, focusedName, groups, names, rail, seenTop } from './support/rail.ts';
import { setSize, setTheme, setZoom, takePicture } from './support/window.ts';

const pictures = join(process.env.SONDE_ARTEFACTS ?? 'test-results', 'screens');

/** Loopback addresses of this file alone, one a pretended machine. */
const web = '127.0.91.10';
const mail = '127.0.91.20';
const silent = '127.0.91.30';
const PORT = 8091;

describe('hosts', () => {
  let running: RunningApp;
  let servers: readonly ScriptedServer[] = [];

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    servers = await Promise.all([
      startScriptedServer({ address: web, port: PORT, behaviour: { kind: 'greet', text: '220 web\r\n' } }),
      startScriptedServer({ address: mail, port: PORT, behaviour: { kind: 'greet', text: '220 mail\r\n' } }),
      startScriptedServer({ address: silent, port: 3306, behaviour: { kind: 'mute' } }),
    ]);
  });
  afterEach(async () => {
    const { complaints } = running;
    await running.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await removeFolders();
  });

  async function picture(name: string): Promise<void> {
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(running, theme);
      await writeFile(join(pictures, `hosts-${name}-${theme}.png`), await takePicture(running));
    }
  }

  /** Opens the app on three hosts: one that works, one that is refused, one that was never checked. */
  async function openThree(prepare: (store: Store) => void = () => undefined): Promise<Page> {
    const folder = await makeFolder();
    saveHistory(
      folder,
      await makePast([
        ...[9, 19, 29, 39, 49].map((agoMinutes) => ({ host: web, port: PORT, agoMinutes })),
        { host: mail, port: PORT, agoMinutes: 60 * 26 },
        { host: mail, port: 8092, agoMinutes: 60 * 25 },
      ]),
    );
    withStore(folder, (store) => {
      addTargets(store, {
        targets: [{ host: 'till-07.leeds.stores.example.com', port: 9100, transport: 'tcp' }],
        tags: ['tills'],
        nowMs: Date.now(),
      });
      prepare(store);
    });
    running = await openApp({ folder });
    await setSize(running, 1440, 900);
    await expect.poll(async () => (await groups(running.page)).length).toBeGreaterThan(0);
    await running.page.locator('h1', { hasText: web }).waitFor();
    await outcome(running.page);
    await expect.poll(async () => (await menuItem(running, 'command-edit_tags')).enabled).toBe(true);
    return running.page;
  }

  it('are found by tag, note, address and outcome as one types, and all again when none matches', async () => {
    const page = await openThree((store) => {
      addNote(store, { hostId: idOf(store, mail), text: 'Ask Anna about the relay', writtenAtMs: Date.now(), editedAtMs: null });
    });
    await page.keyboard.press('/');
    for (const [typed, found] of [
      ['tills', 'till-07'],
      ['anna relay', mail],
      ['127.0.91.1', web],
      ['refus', mail],
    ] as const) {
      await filter(page).fill(typed);
      await expect.poll(() => names(page)).toEqual([expect.stringContaining(found)]);
    }
    await filter(page).fill('printer');
    await page.getByText('No host matches printer. 3 hosts without the filter.').waitFor();
    await picture('no-match');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(() => hosts(page).count()).toBe(3);
    await filter(page).fill('till');
    await expect.poll(() => hosts(page).count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'till-07' }).waitFor();
    await page.getByText('has not been checked yet').waitFor();
    await expect.poll(() => hosts(page).first().innerText()).toContain('9100');
  });

  it('stand in groups by day or in another order, favourites first', async () => {
    const page = await openThree();
    await expect.poll(() => groups(page)).toEqual(['Today 1', 'Yesterday 1', 'Not checked yet 1']);
    await page.getByRole('combobox', { name: 'Order of hosts' }).selectOption({ label: 'Name' });
    await expect.poll(() => groups(page)).toEqual(['By name 3']);
    await expect
      .poll(async () => (await names(page)).map((name) => name.slice(0, 10)))
      .toEqual([web, mail, 'till-07.leeds'].map((name) => name.slice(0, 10)));
    await page.getByRole('combobox', { name: 'Order of hosts' }).selectOption({ label: 'Outcome' });
    await expect.poll(async () => (await names(page))[0]).toContain(mail);
    await page.reload();
    await expect.poll(async () => (await names(page))[0]).toContain(mail);
    await expect.poll(() => page.getByRole('combobox', { name: 'Order of hosts' }).inputValue()).toBe('outcome');
    await page.getByRole('combobox', { name: 'Order of hosts' }).selectOption({ label: 'Last check' });
    await expect.poll(() => groups(page)).toEqual(['Today 1', 'Yesterday 1', 'Not checked yet 1']);

    await hosts(page).last().click();
    await page.locator('h1', { hasText: 'till-07' }).waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => groups(page)).toEqual(['Favourites 1', 'Today 1', 'Yesterday 1']);
    await page.getByRole('img', { name: 'Favourite' }).waitFor();
    await page.getByRole('button', { name: 'Remove from favourites' }).click();
    await expect.poll(() => groups(page)).toEqual(['Today 1', 'Yesterday 1', 'Not checked yet 1']);
  });

  it('get tags, notes and a name of their own, by keyboard and by mouse', async () => {
    const page = await openThree();
    await page.locator('main').focus();
    await page.keyboard.press('t');
    await page.keyboard.type('printers');
    await page.keyboard.press('Enter');
    await page.keyboard.type('till');
    expect(await page.locator('datalist option').evaluateAll((options: HTMLOptionElement[]) => options.map(({ value }) => value))).toEqual([
      'tills',
    ]);
    await page.keyboard.type('s,site Leeds');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('main .tag bdi').allInnerTexts()).toEqual(['printers', 'site Leeds', 'tills']);
    await page.getByRole('button', { name: 'Remove tag tills' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Remove tag/u }).count()).toBe(2);

    await page.locator('main').focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Router replaced on Tuesday.\nAsk Anna.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Router replaced on Tuesday.').waitFor();
    await page.getByRole('button', { name: 'Edit note' }).click();
    await page.getByRole('textbox', { name: 'Edit note' }).fill(`${'A long story about a router. '.repeat(60)}`);
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Less', exact: true }).click();
    await page.getByRole('button', { name: 'Remove note' }).click();
    await expect.poll(() => page.locator('main [data-note]').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => page.locator('main [data-note]').count()).toBe(1);
    await expect.poll(() => page.locator('main [data-note]').innerText()).toContain('changed');

    await page.getByRole('button', { name: 'More about this host' }).click();
    await page.getByRole('menuitem', { name: 'Display name' }).click();
    await page.getByRole('textbox', { name: 'Display name' }).fill('Intranet');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Intranet' }).waitFor();
    await page.locator('main header', { hasText: web }).waitFor();
    await expect.poll(async () => (await names(page))[0]).toContain('Intranet');
    await picture('labels');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Only hosts with tag' }).selectOption({ label: 'printers (1)' });
    await expect.poll(() => hosts(page).count()).toBe(1);
  });

  it('are renamed, and merged where the name is taken', async () => {
    const page = await openThree();
    await page.locator('main').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'New name or address' }).waitFor();
    // What stands there is selected: typing replaces it.
    await page.keyboard.type('not a host!');
    await expect.poll(() => page.getByRole('textbox', { name: 'New name or address' }).inputValue()).toBe('not a host!');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'cannot be part of a host name' }).waitFor();
    await picture('rename-wrong');
    await page.getByRole('textbox', { name: 'New name or address' }).fill('intranet.example');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'intranet.example' }).waitFor();
    await page.getByText(`formerly ${web}`).waitFor();

    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'New name or address' }).fill(mail);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Merge the two…' }).click();
    await page.getByRole('button', { name: `Merge into ${mail}` }).waitFor();
    await picture('merge');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('button', { name: `Merge into ${mail}` }).click();
    await page.locator('h1', { hasText: mail }).waitFor();
    await page.getByText(`intranet.example is now part of ${mail}.`).waitFor();
    await expect.poll(() => hosts(page).count()).toBe(2);
  });

  it('are deleted with an undo, several at once by keyboard, restored, and deleted for good', async () => {
    const page = await openThree();
    await page.getByRole('button', { name: 'More about this host' }).click();
    await page.getByRole('menuitem', { name: 'Delete this host' }).click();
    await page.getByText(`${web} is deleted.`).waitFor();
    await expect.poll(() => hosts(page).count()).toBe(2);
    await page.locator('h1', { hasText: mail }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.locator('h1', { hasText: web }).waitFor();
    await expect.poll(() => hosts(page).count()).toBe(3);

    await hosts(page).first().focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await picture('selected');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.keyboard.press('Delete');
    await page.getByText('2 hosts are deleted.').waitFor();
    await expect.poll(() => hosts(page).count()).toBe(1);

    await chooseInMenu(running, 'command-trash');
    await page.getByRole('heading', { name: 'Recently deleted' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Restore' }).count()).toBe(2);
    await picture('trash');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('listitem').filter({ hasText: mail }).getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => hosts(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Empty now…' }).click();
    await page.getByText('Delete 1 host for good?').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Cancel');
    await picture('empty-trash');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing was deleted in the last 7 days.').waitFor();
  });

  it('of a tag are checked together, politely, and each result is kept', async () => {
    const page = await openThree((store) => {
      const targets = [
        { host: web, port: PORT, transport: 'tcp' },
        { host: mail, port: PORT, transport: 'tcp' },
        ...Array.from({ length: 60 }, (_, index): Target => ({ host: '127.0.91.40', port: 9001 + index, transport: 'tcp' })),
      ] as const;
      addTargets(store, { targets, tags: ['office'], nowMs: Date.now() });
    });
    await page.getByRole('combobox', { name: 'Only hosts with tag' }).selectOption('office');
    await page.getByRole('button', { name: 'Check all of office' }).click();
    await page.getByRole('heading', { name: 'All of office' }).waitFor();
    await page.getByText('63 endpoints checked').waitFor({ timeout: 60_000 });
    await picture('checked');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await expect.poll(() => page.locator('main').innerText()).toMatch(/61\s*Refused/u);
    await expect.poll(() => hosts(page).filter({ hasText: '127.0.91.40' }).innerText()).toMatch(/now|\d+ (?:s|min)/u);
    await page.locator('[data-many]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await outcome(page);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: 'All of office' }).waitFor();
  });

  it('of a tag stop being checked when told to, and a host is asked about before it gets many connections', async () => {
    const page = await openThree((store) => {
      const mute = Array.from({ length: 200 }, (_, index): Target => ({
        host: `127.0.91.${100 + (index % 100)}`,
        port: 1143 + Math.floor(index / 100),
        transport: 'tcp',
      }));
      addTargets(store, { targets: [{ host: silent, port: 3306, transport: 'tcp' }, ...mute], tags: ['slow'], nowMs: Date.now() });
      const many = Array.from({ length: 101 }, (_, index): Target => ({ host: '192.0.2.1', port: 1 + index, transport: 'tcp' }));
      addTargets(store, { targets: many, tags: ['far'], nowMs: Date.now() });
    });
    await chooseInMenu(running, 'command-check_tag');
    await page.getByRole('dialog', { name: 'Check all of a tag' }).waitFor();
    await picture('choose-tag');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Many connections to 192.0.2.1' }).waitFor();
    await picture('asked');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Stopped after 0 of 101').waitFor();

    await chooseInMenu(running, 'command-check_tag');
    await page.getByRole('button', { name: 'slow (101)' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/^Stopped after \d+ of 201$/u).waitFor();
    await picture('stopped');
  });

  it('are added from a pasted list or a file, with a preview, and none when that is cancelled', async () => {
    const page = await openThree();
    await page.getByRole('button', { name: 'Add hosts' }).click();
    const list = page.getByRole('textbox', { name: 'List of hosts' });
    await list.fill(
      `${web}:${PORT}\nweb1.example.net:443\n10.0.0.20: 22, 80, 9100-9102\n10.0.0.0/24\nhttps://intranet.example.org/ # ours\nmail.example.org`,
    );
    await page.getByText(/8.endpoints on 4.hosts/u).waitFor();
    await page.getByText('is a whole network').waitFor();
    await page.getByText('The port is missing').waitFor();
    await picture('add');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Ports where none is given' }).fill('25');
    await page.getByText(/9.endpoints on 5.hosts/u).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => hosts(page).count()).toBe(3);

    await page.keyboard.press('Control+i');
    await list.fill(`${web}:${PORT}\nweb1.example.net:443`);
    await page.getByRole('textbox', { name: 'Tags for all of them' }).fill('new, office');
    await page.getByRole('button', { name: 'Add 2 endpoints' }).click();
    await page.getByText('1 new endpoint, 1 on new hosts. 1 were there already.').waitFor();
    await expect.poll(() => hosts(page).count()).toBe(4);

    const file = join(running.folder, 'hosts.csv');
    await writeFile(file, `host,port,name,tags\n${mail},8093,"Mail, inside",post\nprinter.example,,,\n`);
    await running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await page.getByRole('button', { name: 'Add hosts' }).click();
    await page.getByRole('button', { name: 'Open a file…' }).click();
    await page.getByText('Read from hosts.csv.').waitFor();
    await page.getByRole('button', { name: 'Add 1 endpoint' }).click();
    await expect.poll(() => names(page)).toContainEqual(expect.stringContaining('Mail, inside'));
  });

  it('scroll by the thousand, and stay where they are while results come', async () => {
    const folder = await makeFolder();
    withStore(folder, (store) => {
      for (let from = 0; from < 2_000; from += 500) {
        const targets = Array.from({ length: 500 }, (_, index): Target => ({
          host: `host-${String(from + index).padStart(4, '0')}.example`,
          port: 443,
          transport: 'tcp',
        }));
        addTargets(store, { targets, tags: [], nowMs: Date.now() });
      }
      addTargets(store, {
        targets: [
          { host: web, port: PORT, transport: 'tcp' },
          { host: mail, port: PORT, transport: 'tcp' },
        ],
        tags: ['ours'],
        nowMs: Date.now(),
      });
      setFavourite(store, { hostId: idOf(store, 'host-0007.example'), isFavourite: true });
      setDisplayName(store, { hostId: idOf(store, 'host-0007.example'), displayName: 'مكتب ليدز – the till at the door' });
    });
    running = await openApp({ folder });
    const { page } = running;
    await setSize(running, 1440, 900);
    await expect.poll(() => groups(page)).toEqual(['Favourites 1', 'Not checked yet 2 001']);
    await picture('thousands');
    await expect.poll(() => hosts(page).count()).toBeLessThan(120);
    await page.getByRole('combobox', { name: 'Order of hosts' }).selectOption({ label: 'Name' });
    await hosts(page).first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => focusedName(page)).toContain('host-1999');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedName(page)).toContain('host-1998');
    await page.keyboard.press('Home');
    await expect.poll(() => focusedName(page)).toContain('the till at the door');

    await page.getByRole('combobox', { name: 'Order of hosts' }).selectOption({ label: 'Last check' });
    await expect.poll(() => groups(page)).toEqual(['Favourites 1', 'Not checked yet 2 001']);
    await page.locator('main').focus();
    await rail(page).evaluate((scroll) => (scroll.scrollTop = 30_000));
    await expect.poll(() => seenTop(page)).not.toBe('');
    const before = await seenTop(page);
    await chooseInMenu(running, 'command-check_tag');
    await page.getByRole('button', { name: 'ours (2)' }).click();
    await page.getByText('2 endpoints checked').waitFor();
    await expect.poll(() => groups(page)).toEqual(['Favourites 1', 'Today 2', 'Not checked yet 1 999']);
    await expect.poll(() => seenTop(page)).toBe(before);
  });

  it('keep their look in a narrow window, zoomed, and right to left', async () => {
    const page = await openThree((store) => {
      addTargets(store, { targets: [{ host: web, port: PORT, transport: 'tcp' }], tags: ['printers', 'site Leeds'], nowMs: Date.now() });
      addNote(store, {
        hostId: idOf(store, web),
        text: 'Router replaced on Tuesday, ask Anna.',
        writtenAtMs: Date.now(),
        editedAtMs: null,
      });
      setFavourite(store, { hostId: idOf(store, web), isFavourite: true });
    });
    await setSize(running, 1024, 700);
    await picture('1024x700');
    await setSize(running, 800, 700);
    await page.getByRole('button', { name: 'Hosts', exact: true }).click();
    await picture('drawer');
    await expect.poll(() => axeViolations(running.page)).toEqual([]);
    await page.keyboard.press('Escape');
    await setSize(running, 1440, 900);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await picture('rtl');
    await page.evaluate(() => (document.documentElement.dir = 'ltr'));
    await setZoom(running, 2);
    await page.getByRole('button', { name: 'Hosts', exact: true }).click();
    await picture('zoom200');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+i');
    await page.getByRole('dialog', { name: 'Add hosts' }).waitFor();
    await picture('add-zoom200');
    await setZoom(running, 1);
  });
});
