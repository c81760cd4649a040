import type { AllConsoleHandlers } from '../ipc/console/create-console.ts';
import { deferConsole } from '../ipc/console/defer-console.ts';
import { deferTransfers, type TransferHandlers } from '../ipc/transfer-handlers.ts';
import type { Attending } from './attending.ts';

/** Makes the handlers that few starts need: their code is read when the first of them is asked. */
export function createLater(attending: Attending): TransferHandlers & AllConsoleHandlers {
  return { ...createTransfers(attending), ...createConsoles(attending) };
}

function createTransfers({ transferWorkerFile: workerFile, window, history, words }: Attending): TransferHandlers {
  return deferTransfers(async () => {
    const desktop = await import('../ipc/desktop/create-transfers.ts');
    return desktop.createTransfers({ window, history, words, workerFile });
  });
}

function createConsoles({ window, history, words, sleep }: Attending): AllConsoleHandlers {
  return deferConsole(async () => {
    const [{ createConsole }, { createFileDialogs }] = await Promise.all([
      import('../ipc/console/create-console.ts'),
      import('../ipc/desktop/file-dialogs.ts'),
    ]);
    return createConsole({ history, words, sleep, dialogs: createFileDialogs(window, words) });
  });
}
