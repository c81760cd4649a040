import type { RecoveryWords } from './recovery-words.ts';

/** The words for a window that stopped or does not answer, in English. */
export const englishRecovery: RecoveryWords = {
  openedAgain: {
    crashed: 'The window stopped and was opened again; nothing that was saved is lost.',
    hung: 'The window did not answer and was opened again; nothing that was saved is lost.',
  },
  hung: {
    message: 'The window does not answer.',
    detail: 'It may be busy. Reloading opens it again where you are; nothing that was saved is lost. What runs is ended and kept.',
    wait: 'Wait',
    reload: 'Reload',
  },
  keepsCrashing: {
    message: 'The window stopped again and again.',
    detail: 'Nothing that was saved is lost. If it goes on after reloading, quit, and send the log to those who keep Sonde.',
    reload: 'Reload',
    quit: 'Quit',
  },
};
