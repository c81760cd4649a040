import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rootFolder } from '../../build/runtime.mjs';

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8')).packages;
const dependencies = Object.entries(packages).filter(([path]) => path !== '');

it('every package is locked to its content, and to no registry but the one a person has chosen', () => {
  const open = dependencies.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined);
  expect(open.map(([path]) => path)).toEqual([]);
});

it('every package for another system is locked too, or "npm ci" refuses the lockfile', () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]),
  );
  expect(wanted.filter((places) => !places.some((place) => place in packages))).toEqual([]);
});

it('no package needs its install script, which setup does not run', () => {
  // unrs-resolver's only fetches a binary that npm has left out; its binaries are locked here.
  expect(dependencies.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual([
    'node_modules/unrs-resolver',
  ]);
});
