import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded } from './bundle.mjs';
import { pinnedNode, rootFolder } from './runtime.mjs';

// What is measured is what people run: the built command line and app. The benches themselves are TypeScript, for the pinned Node.
await buildIfNeeded();
const { status } = spawnSync(pinnedNode, [join(rootFolder, 'test', 'bench', 'run.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
