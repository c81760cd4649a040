import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { scriptsNotRun } from '../../build/supply/install-scripts.mjs';
import { isAllowed, readElsewhere, shippedLicences, toolLicences, unlicensedForDevelopment } from '../../build/supply/licences.mjs';
import { lockedPackages } from '../../build/supply/locked-packages.mjs';
import { shippedPackages } from '../../build/supply/shipped.mjs';

const packages = lockedPackages();
const named = packages.map((each) => ({ ...each, id: `${each.name}@${each.version}` }));
const licenceOf = ({ id, licence }: (typeof named)[number]): string => readElsewhere[id]?.licence ?? licence ?? 'none';

it('every package is locked to its content, and to no registry but the one a person has chosen', () => {
  const open = packages.filter(({ integrity, resolved }) => !integrity?.startsWith('sha512-') || resolved !== undefined);
  expect(open.map(({ path }) => path)).toEqual([]);
});

it('every package for another system is locked too, or "npm ci" refuses the lockfile', () => {
  const paths = new Set(packages.map(({ path }) => path));
  const wanted = packages.flatMap(({ path, mayUse }) => mayUse.map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]));
  expect(wanted.filter((places) => !places.some((place) => paths.has(place)))).toEqual([]);
});

it('no package needs its install script: none is run, and each that has one is explained', () => {
  expect(readFileSync(join(rootFolder, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu);
  const having = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(having.toSorted()).toEqual(Object.keys(scriptsNotRun).toSorted());
});

describe('licences', () => {
  it('of every locked package are ones that a tool may have', () => {
    const refused = named.filter((each) => !isAllowed(licenceOf(each), Object.keys(toolLicences)));
    expect(refused.map((each) => `${each.id}: ${licenceOf(each)}`)).toEqual([]);
  });

  it('of what is shipped are ones that may travel with Sonde, and Sonde says where it read each', () => {
    const refused = shippedPackages().filter(({ licence = 'none' }) => !isAllowed(licence, Object.keys(shippedLicences)));
    expect(refused.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it('that nothing has are not on the lists, and no package is named that is gone', () => {
    const parts = (licence: string): readonly string[] => licence.replaceAll(/[()]/gu, '').split(/ OR | AND /u);
    const found = new Set(named.flatMap((each) => parts(licenceOf(each))));
    const foundShipped = new Set(shippedPackages().flatMap(({ licence = '' }) => parts(licence)));
    expect(Object.keys(toolLicences).filter((licence) => !found.has(licence))).toEqual([]);
    expect(Object.keys(shippedLicences).filter((licence) => !foundShipped.has(licence))).toEqual([]);
    expect(Object.keys(readElsewhere).filter((id) => !named.some((each) => each.id === id && each.licence === undefined))).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['none', false],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('%s: %s', (licence, expected) => {
    expect(isAllowed(licence, Object.keys(toolLicences))).toBe(expected);
  });
});

it('the only package without a licence is the stand-in for Electron, which no lockfile and no package of Sonde has', () => {
  // Whatever else a script may fetch stands in build/ as name@version.
  const folder = join(rootFolder, 'build');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mjs'));
  const fetched = scripts.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/'(@[\w-]+\/[\w.-]+)@\d[\w.-]*'/gu)]);
  expect(fetched.map(([, name]) => name)).toEqual([unlicensedForDevelopment]);
  expect(packages.filter(({ name }) => name === unlicensedForDevelopment)).toEqual([]);
  expect(readFileSync(join(rootFolder, 'package.json'), 'utf8')).not.toContain(unlicensedForDevelopment);
});
