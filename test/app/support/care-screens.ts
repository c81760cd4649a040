import { command, type Screen, type Stage } from './screen.ts';

/** The screens of Sonde's care for itself: new versions, and what is told when something is wrong. */
export const careScreens: readonly Screen[] = [
  { name: 'settings-care', history: 'past', open: scrollSettings },
  { name: 'update-unreachable', history: 'past', open: lookInVain },
  { name: 'diagnostics', history: 'past', open: openDiagnostics },
];

async function scrollSettings(stage: Stage): Promise<void> {
  await command(stage, 'settings');
  const section = stage.page.getByRole('region', { name: stage.words.diagnostics.title });
  await section.locator('[data-crashes]').waitFor();
  await section.locator('[data-crashes]').scrollIntoViewIfNeeded();
}

/** By a proxy that is not there: nothing leaves this computer. */
async function lookInVain(stage: Stage): Promise<void> {
  await stage.running.app.evaluate(({ session }) =>
    session.fromPartition('release-feed', { cache: false }).setProxy({ proxyRules: '127.0.105.9:9', proxyBypassRules: '<-loopback>' }),
  );
  await command(stage, 'look_for_updates');
  await stage.page.locator('[data-update="unreachable"]').waitFor();
}

async function openDiagnostics(stage: Stage): Promise<void> {
  await command(stage, 'copy_diagnostics');
  await stage.page.locator('dialog pre', { hasText: 'Electron' }).waitFor();
}
