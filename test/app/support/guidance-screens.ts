import { command, type Screen, type Stage } from './screen.ts';

/** The panel, the case and the forms of guidance, on the host that is refused now. */
export const guidanceScreens: readonly Screen[] = [
  { name: 'guidance-question', history: 'past', open: askAbout },
  { name: 'guidance-over', history: 'past', open: openOver },
  { name: 'guidance-case', history: 'past', open: openCase },
  { name: 'guidance-changes', history: 'past', open: openChanges },
  { name: 'guidance-added', history: 'past', open: addResult },
];

/** A measurement is made, and what it does not answer is asked. Done already in another language, the question stands there at once. */
async function askAbout({ page }: Stage): Promise<void> {
  await page.locator('[data-question]').waitFor();
  if ((await page.locator('[data-question="listening"]').count()) > 0) await page.keyboard.press('m');
  await page.locator('[data-answers]').waitFor();
}

/** In a small window it is one line: the tour makes the window small by itself. */
async function openOver(stage: Stage): Promise<void> {
  await askAbout(stage);
  await stage.page.locator('[data-path] summary').first().click();
}

async function openCase(stage: Stage): Promise<void> {
  const { page, words } = stage;
  await askAbout(stage);
  await page.locator('[data-guidance]').getByRole('button', { name: words.guide.tabs.case, exact: true }).click();
  await page.keyboard.press('n');
  await page.keyboard.type('Nothing was deployed today, says the shop.');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-entry="noted"]').first().waitFor();
}

async function openChanges(stage: Stage): Promise<void> {
  await command(stage, 'changes');
  await stage.page.locator('dialog h2').waitFor();
}

async function addResult(stage: Stage): Promise<void> {
  await stage.page.locator('[data-question]').waitFor();
  await command(stage, 'add_result');
  await stage.page
    .locator('[data-added-result]')
    .fill('$ nc -vz 127.0.90.10 8080\nnc: connect to 127.0.90.10 port 8080 (tcp) failed: Connection timed out');
  await stage.page.locator('[data-added-result]').press('Control+Enter');
  await stage.page.locator('[data-paste-read]').waitFor();
}
