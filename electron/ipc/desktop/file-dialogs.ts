import { once } from 'node:events';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';

import type { FileEnding } from '../../../shared/text/file-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { FileDialogs } from '../files.ts';

/** The system's own dialogs for files, in front of the window. They ask themselves before a file is replaced. */
export function createFileDialogs(window: BrowserWindow, { files: words }: Words): FileDialogs {
  const filterOf = (ending: FileEnding): FileFilter => ({ name: words.kinds[ending], extensions: [ending] });
  const allFiles: FileFilter = { name: words.allFiles, extensions: ['*'] };
  return {
    askWhereToSave: async ({ suggestedName, ending }, signal) => {
      const asking = dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [filterOf(ending), allFiles],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      const answer = await unlessAborted(asking, signal);
      return answer === null || answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    askWhatToOpen: async (endings, signal) => {
      const asking = dialog.showOpenDialog(window, { filters: [...endings.map(filterOf), allFiles], properties: ['openFile'] });
      const answer = await unlessAborted(asking, signal);
      return answer === null || answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
  };
}

/** Nothing closes a dialog of the system but the person: whoever stops waiting leaves it open, and its answer is not heard any more. */
async function unlessAborted<Answer>(asking: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer | null> {
  if (signal === undefined) return asking;
  if (signal.aborted) return null;
  const answered = new AbortController();
  try {
    return await Promise.race([asking, once(signal, 'abort', { signal: answered.signal }).then(() => null)]);
  } finally {
    answered.abort();
  }
}
