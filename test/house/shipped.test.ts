import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { findRuntime, pinnedNode, rootFolder } from '../../build/runtime.mjs';
import { npmCommand } from '../../build/setup/npm.mjs';
import { writeBillOfMaterials } from '../../build/supply/bill-of-materials.mjs';
import { askRuntime } from '../../build/supply/inner-parts.mjs';
import { writeNotices } from '../../build/supply/notices.mjs';
import { shippedPackages } from '../../build/supply/shipped.mjs';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly cpe?: string;
  readonly components?: readonly Component[];
  readonly hashes: readonly unknown[];
  readonly licenses: readonly unknown[];
}

const shipped = shippedPackages().map(({ name, version }) => `${name}@${version}`);
const runtime = askRuntime(findRuntime()?.version ?? '');
const bill = readBill();

function readBill(of?: typeof runtime): { readonly components: readonly Component[]; readonly serialNumber: string } {
  return JSON.parse(writeBillOfMaterials(of)) as typeof bill;
}

/** What a component of the bill is made of, by name. */
function partsOf(name: string, { components }: typeof bill): Readonly<Record<string, Component>> | null {
  const parts = components.find((component) => component.name === name)?.components;
  return parts === undefined ? null : Object.fromEntries(parts.map((part) => [part.name, part]));
}

/** The packages that the sources of the app name in an import or a style sheet; `electron` and Node's own are no packages of npm here. */
function importedPackages(): ReadonlySet<string> {
  const names = ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte|css)$/u.test(file))
      .flatMap((file) => [
        ...readFileSync(join(rootFolder, folder, file), 'utf8').matchAll(
          /(?:from |import |import\(|url\()'((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/gu,
        ),
      ])
      .map(([, name = '']) => name),
  );
  return new Set(names.filter((name) => name !== 'electron' && name !== 'node'));
}

it('every package that the app imports is on the list of what is shipped', () => {
  const names = shippedPackages().map(({ name }) => name);
  const imported = [...importedPackages()];
  expect(imported.length).toBeGreaterThan(8);
  expect(imported.filter((name) => !names.includes(name))).toEqual([]);
});

it('nothing on the list is the Node that only runs the scripts of the checkout', () => {
  expect(shipped.filter((name) => /^node-(bin-)?(linux|darwin|win)/u.test(name))).toEqual([]);
});

it('THIRD-PARTY-NOTICES.md is current: "npm run notices" writes it anew', () => {
  const notices = writeNotices();
  expect(readFileSync(join(rootFolder, 'THIRD-PARTY-NOTICES.md'), 'utf8') === notices).toBe(true);
  for (const name of shipped) expect(notices).toContain(`\n## ${name.replace(/@(?=\d)/u, ' ')}\n`);
  expect(notices.match(/SIL OPEN FONT LICENSE/gu)).toHaveLength(2);
});

it('the bill of materials lists every shipped package and Electron, each with its checksum and its licence', () => {
  const electron = bill.components.find((component) => component['bom-ref'].startsWith('electron@'));
  expect(electron).toBeDefined();
  expect(bill.components.map((component) => component['bom-ref']).filter((ref) => ref !== electron?.['bom-ref'])).toEqual(shipped);
  expect(bill.components.filter(({ hashes, licenses }) => hashes.length !== 1 || licenses.length !== 1)).toEqual([]);
});

it('the bill of materials names Chromium, Node and V8 inside Electron, as the runtime itself tells them', () => {
  expect(runtime?.electron).toBe(findRuntime()?.version);
  const parts = partsOf('electron', readBill(runtime));
  expect(Object.keys(parts ?? {})).toEqual(['chromium', 'node', 'v8']);
  expect(parts?.['chromium']?.version).toBe(runtime?.chrome);
  expect(parts?.['node']).toMatchObject({ version: runtime?.node, cpe: `cpe:2.3:a:nodejs:node.js:${runtime?.node}:*:*:*:*:*:*:*` });
  expect(runtime?.v8).toMatch(new RegExp(`^${parts?.['v8']?.version}(?:-electron\\.\\d+)?$`, 'u'));
});

it('the bill of materials leaves out what is inside an Electron that is not here', () => {
  expect(askRuntime('1.2.3')).toBeUndefined();
  expect(partsOf('electron', bill)).toBeNull();
});

it('the bill of materials names the SQLite that better-sqlite3 was compiled with', () => {
  const { version } = partsOf('better-sqlite3', bill)?.['sqlite'] ?? {};
  const header = readFileSync(join(rootFolder, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  expect(/#define SQLITE_VERSION +"(.+)"/u.exec(header)?.[1]).toBe(version);
});

it('the bill of materials says of each package what "npm sbom" says', () => {
  const [program = '', ...args] = [...npmCommand(process.env), 'sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const text = execFileSync(program, args, { cwd: rootFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
  const { components } = JSON.parse(text) as { readonly components: readonly Component[] };
  const theirs = new Map(components.map((component) => [component['bom-ref'], component]));
  for (const { 'bom-ref': ref, hashes, licenses } of bill.components) expect(theirs.get(ref)).toMatchObject({ hashes, licenses });
});

it('the bill of materials is the same text each time, and its number stands for its content', () => {
  const script = `import('./build/supply/bill-of-materials.mjs').then(({ writeBillOfMaterials }) => process.stdout.write(writeBillOfMaterials()))`;
  expect(execFileSync(pinnedNode, ['-e', script], { cwd: rootFolder, encoding: 'utf8' })).toBe(writeBillOfMaterials());
  expect(bill.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
});
