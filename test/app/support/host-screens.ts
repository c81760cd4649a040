import type { CommandId } from '../../../shared/ipc/window-commands.ts';
import { command, type Screen, type Stage } from './screen.ts';
import { LABELLED_NAME, SCREEN_TAG } from './screen-history.ts';

/** The screens of hosts: added, named, tagged, noted about, joined, checked together, deleted. */
export const hostScreens: readonly Screen[] = [
  { name: 'hosts-labels', history: 'past', open: openLabelled },
  { name: 'hosts-edit', history: 'past', open: editLabels },
  { name: 'hosts-name', history: 'past', open: (stage) => openForm(stage, 'name_host') },
  { name: 'hosts-rename-wrong', history: 'past', open: renameWrong },
  { name: 'hosts-merge', history: 'past', open: merge },
  { name: 'hosts-add', history: 'past', open: add },
  { name: 'hosts-choose-tag', history: 'past', open: (stage) => openForm(stage, 'check_tag') },
  { name: 'hosts-checked', history: 'past', open: checkTag },
  { name: 'hosts-trash', history: 'past', open: openTrash },
  { name: 'hosts-empty-trash', history: 'past', open: askToEmpty },
];

async function openLabelled({ page }: Stage): Promise<void> {
  await page.locator('[data-host]', { hasText: LABELLED_NAME }).click();
  await page.locator('[data-note]').first().waitFor();
}

async function editLabels(stage: Stage): Promise<void> {
  await openLabelled(stage);
  await command(stage, 'edit_tags');
  await command(stage, 'add_note');
  await stage.page.getByRole('textbox', { name: stage.words.hosts.labels.newNote }).fill('Router replaced on Tuesday.');
}

async function openForm(stage: Stage, id: CommandId): Promise<void> {
  await command(stage, id);
  await stage.page.locator('dialog').waitFor();
}

async function renameWrong(stage: Stage): Promise<void> {
  await openForm(stage, 'rename_host');
  await stage.page.locator('dialog input').fill('not a host!');
  await stage.page.keyboard.press('Enter');
  await stage.page.locator('dialog [role="alert"]').waitFor();
}

async function merge(stage: Stage): Promise<void> {
  await openForm(stage, 'merge_host');
  await stage.page.locator('dialog [type="radio"]').first().check();
}

async function add(stage: Stage): Promise<void> {
  await openForm(stage, 'add_hosts');
  await stage.page.locator('dialog textarea').fill('mail.example.org:25\nprinter-3.example.org 9100\nnot a host!');
}

async function checkTag(stage: Stage): Promise<void> {
  await openForm(stage, 'check_tag');
  await stage.page.locator('dialog li button', { hasText: SCREEN_TAG }).click();
  await stage.page.locator('[data-many]').first().waitFor();
}

async function openTrash(stage: Stage): Promise<void> {
  await command(stage, 'trash');
  await stage.page.getByRole('button', { name: stage.words.hosts.trash.restore }).first().waitFor();
}

async function askToEmpty(stage: Stage): Promise<void> {
  await openTrash(stage);
  await stage.page.getByRole('button', { name: stage.words.hosts.trash.emptyNow }).click();
  await stage.page.locator('dialog').waitFor();
}
