import { describe, expect, it } from 'vitest';
import { availableNames, debianPackages, hasApt, missingPackages, parseInstalled } from '../../../build/setup/debian.mjs';

it('takes only what is installed now, not what was removed and left its settings', () => {
  expect(parseInstalled('xvfb installed\nvsftpd config-files\nnginx-light not-installed\n')).toEqual(new Set(['xvfb']));
});

it('lists every package once and in order, so that two lists never differ by chance', () => {
  for (const packages of Object.values(debianPackages())) expect(packages).toEqual([...new Set(packages)].sort());
});

describe.runIf(hasApt())('on a system with apt', () => {
  it('sees which packages are missing', async () => {
    expect(await missingPackages(['dpkg', 'sonde-no-such-package'])).toEqual(['sonde-no-such-package']);
  });

  it('leaves out what this release does not have', async () => {
    expect(await availableNames(['dpkg', 'sonde-no-such-package'])).toEqual(['dpkg']);
  });
});
