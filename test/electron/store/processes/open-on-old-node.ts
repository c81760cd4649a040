// Opens the history of argv[2] believing it runs on the Node of argv[3]. Prints the opening and whether the native library was loaded.
Object.defineProperty(process.versions, 'node', { value: process.argv[3] });
const { openStore } = await import('../../../../electron/store/open.ts');
const opening = openStore(process.argv[2] ?? '');
const { sharedObjects } = process.report.getReport() as { sharedObjects: string[] };
process.stdout.write(
  JSON.stringify({
    kind: opening.kind,
    problem: opening.kind === 'unusable' ? opening.problem : null,
    isLoaded: sharedObjects.some((file) => file.includes('better-sqlite3')),
  }),
);
process.exit();
