import type { FileWords } from './file-words.ts';

/** The words of the dialogs for files in English. */
export const englishFiles: FileWords = {
  kinds: {
    csv: 'Spreadsheet',
    jsonl: 'Lines of JSON',
    md: 'Markdown',
    html: 'Web page',
    pdf: 'PDF',
    sqlite: 'Backup of Sonde',
    txt: 'Text',
    bin: 'Exact bytes',
  },
  allFiles: 'All files',
};
