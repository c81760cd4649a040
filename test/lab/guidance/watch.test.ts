import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { finish } from '../command.ts';
import { sonde } from '../sonde.ts';
import { withPlanted } from './build.ts';
import { dropped } from './planted/dropped.ts';
import { block } from './plants.ts';

/** Milliseconds from a change to the line that says so: one check that times out after 1 s, the next one a second later, and a busy machine. */
const SAID_WITHIN_MS = 10_000;

const WAIT = { timeout: SAID_WITHIN_MS, interval: 20 };

describe('sonde watch, while somebody changes the firewall', () => {
  it('checks each second and says the moment it flips, both ways', async () => {
    const [planted] = dropped;
    if (planted === undefined) throw new Error('Nothing is dropped.');
    await withPlanted(planted, async (lab) => {
      const words = ['--interval', '1', '--timeout', '1', '--connect-only', '--no-save', '--data', join(lab.folder, 'data')];
      const watching = lab.spawn('client', ['sh', sonde, 'watch', planted.host, String(planted.port), ...words]);
      let said = '';
      watching.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
      const finished = finish(watching);
      const outcomes = (): readonly string[] => Array.from(said.matchAll(/^\d\d:\d\d:\d\d(?:\.\d+)? +(.+)$/gmu), ([, rest = '']) => rest);

      await vi.waitFor(() => {
        expect(outcomes().filter((line) => line.startsWith('Timed out')).length).toBeGreaterThanOrEqual(2);
      }, WAIT);
      expect(said).not.toContain('changed');

      await lab.nft('server', 'delete table inet filter');
      await vi.waitFor(() => {
        expect(outcomes().at(-1)).toMatch(/^Succeeded .*changed$/u);
      }, WAIT);
      await vi.waitFor(() => {
        expect(outcomes().at(-1)).toMatch(/^Succeeded (?!.*changed)/u);
      }, WAIT);

      await block(lab, { host: 'server', hook: 'input', rule: 'tcp dport 21 drop' });
      await vi.waitFor(() => {
        expect(outcomes().at(-1)).toMatch(/^Timed out .*changed$/u);
      }, WAIT);

      watching.kill('SIGINT');
      expect(await finished).toMatchObject({ exitCode: 130 });
    });
  });

  it('stops at the change when told to, and calls that success', async () => {
    const [planted] = dropped;
    if (planted === undefined) throw new Error('Nothing is dropped.');
    await withPlanted(planted, async (lab) => {
      const words = ['--until-change', '--interval', '1', '--timeout', '1', '--no-save', '--data', join(lab.folder, 'data')];
      const watching = lab.spawn('client', ['sh', sonde, 'watch', planted.host, String(planted.port), ...words]);
      const finished = finish(watching);
      // The heading comes first, then a line for each check.
      let said = '';
      watching.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
      await vi.waitFor(() => {
        expect(said).toContain('Timed out');
      }, WAIT);
      await lab.nft('server', 'delete table inet filter');
      const { exitCode, stdout } = await finished;
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/changed/u);
    });
  });
});
