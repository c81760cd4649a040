import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { electronExecutable } from '../../../build/runtime.mjs';
import { archive } from '../../../build/setup/asar.mjs';

it('makes an archive that Electron reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sonde-'));
  try {
    const file = join(folder, 'app.asar');
    writeFileSync(file, archive({ 'package.json': '{"name":"größe"}', 'main.js': 'x'.repeat(70_000), 'empty.txt': '' }));
    const read = 'const fs = require("fs"); const a = process.argv[1]; const r = (n) => fs.readFileSync(a + "/" + n, "utf8");';
    const script = `${read} console.log(JSON.stringify([fs.readdirSync(a).sort(), r("package.json"), r("main.js").length, r("empty.txt")]))`;
    const output = execFileSync(electronExecutable(), ['-e', script, file], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    expect(JSON.parse(output.toString())).toEqual([['empty.txt', 'main.js', 'package.json'], '{"name":"größe"}', 70_000, '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
