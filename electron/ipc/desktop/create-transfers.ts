import { app, clipboard, type BrowserWindow } from 'electron';

import type { Words } from '../../../shared/text/words.ts';
import type { StoreOpening } from '../../store/store.ts';
import { createBackupHandlers } from '../backup-streams.ts';
import { createExportChecks } from '../export-stream.ts';
import { createImportStreams } from '../import-streams.ts';
import { createRepairHistory } from '../repair-stream.ts';
import { createReadTargetFile } from '../read-target-file.ts';
import { createCopyReport, createPreviewReport, createWriteReport } from '../report-streams.ts';
import type { TransferHandlers } from '../transfer-handlers.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { printPage } from './print-page.ts';

/** Where checks are taken from and to. */
export interface Transferring {
  readonly window: BrowserWindow;
  readonly history: StoreOpening;
  readonly words: Words;
  /** transfer-worker, where the build put it. */
  readonly workerFile: URL;
}

/** Thousands of pages take a minute; whoever hangs is not waited for for ever. In milliseconds. */
const PRINT_LIMIT_MS = 300_000;

/** Makes the handlers that take checks in and out, with the system's dialogs, clipboard and printing. */
export function createTransfers({ window, history, words, workerFile }: Transferring): TransferHandlers {
  const dialogs = createFileDialogs(window, words);
  const copyText = (text: string): void | Promise<void> => clipboard.writeText(text);
  const reporting = { history, dialogs, words, version: app.getVersion(), printPage, printLimitMs: PRINT_LIMIT_MS, copyText };
  return {
    exportChecks: createExportChecks({ history, dialogs }),
    writeReport: createWriteReport(reporting),
    copyReport: createCopyReport(reporting),
    previewReport: createPreviewReport(reporting),
    ...createImportStreams({ history, dialogs, workerFile }),
    readTargetFile: createReadTargetFile(dialogs),
    ...createBackupHandlers({ history, dialogs, workerFile }),
    repairHistory: createRepairHistory({ history, workerFile }),
  };
}
