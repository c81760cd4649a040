import { command, type Screen, type Stage } from './screen.ts';
import { screenHosts, screenPorts } from './screen-history.ts';

/** The screens of the console. */
export const consoleScreens: readonly Screen[] = [
  { name: 'console-form', history: 'past', open: openForm },
  { name: 'console-listen', history: 'past', open: openListen },
  { name: 'console-session', history: 'past', open: openSession },
  { name: 'console-refused', history: 'past', open: (stage) => connect(stage, screenHosts.refused, screenPorts.web) },
  { name: 'console-find', history: 'past', open: openFind },
  { name: 'console-snippets', history: 'past', open: openSnippets },
  { name: 'console-lists', history: 'past', open: openLists },
  { name: 'console-kept', history: 'past', open: openKept },
];

async function openForm(stage: Stage): Promise<void> {
  await command(stage, 'new_console');
  await stage.page.getByLabel(stage.words.consoleWindow.form.host, { exact: true }).fill('mail.example.org');
  await stage.page.getByText(stage.words.consoleWindow.form.more, { exact: true }).click();
}

async function openListen(stage: Stage): Promise<void> {
  const { form, listen } = stage.words.consoleWindow;
  await command(stage, 'new_console');
  await stage.page.getByRole('button', { name: form.directions.listen, exact: true }).click();
  await stage.page.getByRole('button', { name: listen.reaches.all, exact: true }).click();
}

async function connect({ page, words, ...stage }: Stage, host: string, port: number): Promise<void> {
  const { form } = words.consoleWindow;
  await command({ page, words, ...stage }, 'new_console');
  await page.getByLabel(form.host, { exact: true }).fill(host);
  await page.getByLabel(form.port, { exact: true }).fill(String(port));
  await page.getByLabel(form.service, { exact: true }).selectOption('smtp');
  await page.getByLabel(form.port, { exact: true }).press('Enter');
  await page.locator('[data-state="open"], [data-state="ended"]').waitFor();
}

async function openSession(stage: Stage): Promise<void> {
  await connect(stage, screenHosts.works, screenPorts.mail);
  await stage.page.locator('[data-line].received').first().waitFor();
  await stage.page.locator('[data-console-input]').fill('EHLO sonde.invalid');
  await stage.page.locator('[data-console-input]').press('Enter');
  await stage.page.locator('[data-line].sent').first().waitFor();
}

async function openFind(stage: Stage): Promise<void> {
  await openSession(stage);
  await command(stage, 'find_in_console');
  await stage.page.locator('[data-find]').fill('Postfix');
}

async function openSnippets(stage: Stage): Promise<void> {
  await openSession(stage);
  await command(stage, 'snippets');
  await stage.page.getByRole('dialog').waitFor();
}

async function openLists(stage: Stage): Promise<void> {
  await openSession(stage);
  await stage.page.getByRole('button', { name: stage.words.consoleWindow.lists.open, exact: true }).click();
  await stage.page.getByRole('dialog').locator('textarea').fill('wait for 220\nshout');
}

async function openKept(stage: Stage): Promise<void> {
  await openSession(stage);
  await command(stage, 'close_session');
  await stage.page.locator('[data-state="ended"]').waitFor();
  await command(stage, 'close_session');
  await command(stage, 'kept_consoles');
  await stage.page.locator('[data-transcript]').first().waitFor();
}
