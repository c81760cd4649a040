import { command, type Screen, type Stage } from './screen.ts';

/** The screens of watching, of what goes in and out, and of what is kept. */
export const transferScreens: readonly Screen[] = [
  { name: 'watch', history: 'past', open: watch },
  { name: 'watch-over', history: 'past', open: endWatch },
  { name: 'watch-list', history: 'past', open: listWatches },
  { name: 'export', history: 'past', open: (stage) => openDialog(stage, 'export') },
  { name: 'report', history: 'past', open: openReport },
  { name: 'import-bad', history: 'past', open: openBadImport },
  { name: 'backups', history: 'past', open: openBackups },
  { name: 'restore', history: 'past', open: askToRestore },
  { name: 'retention', history: 'past', open: previewRetention },
];

async function openDialog({ page, ...stage }: Stage, id: 'export' | 'report' | 'import' | 'back_up'): Promise<void> {
  await command({ page, ...stage }, id);
  await page.locator('dialog').waitFor();
}

async function watch(stage: Stage): Promise<void> {
  const { page, words } = stage;
  await stage.running.app.evaluate(({ Notification }) => {
    Notification.isSupported = () => false;
  });
  await page.evaluate(async () => window.bridge.writePreferences({ watchIntervalMs: 300_000 }));
  await command(stage, 'watch');
  await page.getByRole('button', { name: words.watching.numbers }).waitFor();
}

async function endWatch(stage: Stage): Promise<void> {
  await watch(stage);
  await command(stage, 'watch');
  await stage.page.getByText(stage.words.watching.over.stopped).waitFor();
  await stage.page.getByRole('button', { name: stage.words.watching.numbers }).click();
}

async function listWatches(stage: Stage): Promise<void> {
  await watch(stage);
  await command(stage, 'watches');
  await stage.page.locator('dialog li').waitFor();
}

async function openReport(stage: Stage): Promise<void> {
  await openDialog(stage, 'report');
  await stage.page.locator('dialog pre', { hasText: '#' }).waitFor();
}

/** The file is the app's own, and no file of checks. */
async function openBadImport(stage: Stage): Promise<void> {
  await stage.running.app.evaluate(({ app, dialog }) => {
    const filePath = `${app.getAppPath()}/package.json`;
    dialog.showOpenDialog = async () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  });
  await openDialog(stage, 'import');
  await stage.page.locator('dialog [role="alert"]').waitFor();
}

async function openBackups(stage: Stage): Promise<void> {
  await openDialog(stage, 'back_up');
  await stage.page.locator('dialog footer [role="status"]', { hasText: 'sqlite' }).waitFor();
}

async function askToRestore(stage: Stage): Promise<void> {
  await openBackups(stage);
  await stage.page.getByRole('button', { name: stage.words.inOut.backup.restore, exact: true }).first().click();
}

async function previewRetention(stage: Stage): Promise<void> {
  const { page, words } = stage;
  await command(stage, 'settings');
  const section = page.getByRole('region', { name: words.retention.title });
  await section.getByRole('switch').click();
  await section.getByRole('textbox', { name: words.retention.fields.perHost }).fill('10');
  await section.getByRole('button', { name: words.retention.preview }).click();
  await section.getByText(words.retention.noWayBack).scrollIntoViewIfNeeded();
}
