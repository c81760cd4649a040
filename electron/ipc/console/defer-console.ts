import type { AllConsoleHandlers } from './create-console.ts';

/** Makes the handlers of the console when the first of them is needed: the window stands sooner without all that is behind them. */
export function deferConsole(make: () => Promise<AllConsoleHandlers>): AllConsoleHandlers {
  let made: Promise<AllConsoleHandlers> | null = null;
  const handlers = (): Promise<AllConsoleHandlers> => (made ??= make());
  return {
    async *openConsole(request, signal) {
      yield* (await handlers()).openConsole(request, signal);
    },
    async *listenConsole(request, signal) {
      yield* (await handlers()).listenConsole(request, signal);
    },
    async *runDialogue(request, signal) {
      yield* (await handlers()).runDialogue(request, signal);
    },
    async *sendConsoleFile(request, signal) {
      yield* (await handlers()).sendConsoleFile(request, signal);
    },
    async *captureConsole(request, signal) {
      yield* (await handlers()).captureConsole(request, signal);
    },
    acknowledgeConsole: async (request) => (await handlers()).acknowledgeConsole(request),
    writeConsole: async (request) => (await handlers()).writeConsole(request),
    actOnConsole: async (request) => (await handlers()).actOnConsole(request),
    listTranscripts: async (request) => (await handlers()).listTranscripts(request),
    findTranscript: async (request) => (await handlers()).findTranscript(request),
    readTranscript: async (request) => (await handlers()).readTranscript(request),
    removeTranscripts: async (request) => (await handlers()).removeTranscripts(request),
    restoreTranscripts: async (request) => (await handlers()).restoreTranscripts(request),
    exportTranscript: async (request) => (await handlers()).exportTranscript(request),
    listDialogues: async (request) => (await handlers()).listDialogues(request),
    saveDialogue: async (request) => (await handlers()).saveDialogue(request),
    renameDialogue: async (request) => (await handlers()).renameDialogue(request),
    removeDialogue: async (request) => (await handlers()).removeDialogue(request),
    listTypedLines: async (request) => (await handlers()).listTypedLines(request),
    forgetTypedLines: async (request) => (await handlers()).forgetTypedLines(request),
    readConsoleHabits: async (request) => (await handlers()).readConsoleHabits(request),
    writeConsoleHabits: async (request) => (await handlers()).writeConsoleHabits(request),
  };
}
