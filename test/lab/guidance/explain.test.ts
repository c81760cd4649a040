import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { sonde } from '../sonde.ts';
import { withPlanted } from './build.ts';
import { mustRunLine } from './machine.ts';
import { rejected } from './planted/rejected.ts';

interface Explained {
  readonly path: readonly { readonly node: string; readonly because: string }[];
  readonly advice: {
    readonly causes: readonly { readonly cause: string; readonly likelihood: string; readonly because: string }[];
    readonly steps: readonly { readonly commands: readonly { readonly command: string; readonly undo: string | null }[] }[];
  };
}

describe('sonde explain, on the client of the lab', () => {
  const planted = rejected.find(({ name }) => name.endsWith('admin-prohibited') && name.includes('server'));
  if (planted === undefined) throw new Error('Nothing is rejected.');

  it('checks, measures, reads what the server printed, and gives the command with its undo', async () => {
    await withPlanted(planted, async (lab) => {
      const printed = await mustRunLine(lab, { host: 'server', text: 'sudo nft -a list ruleset' });
      const file = join(lab.folder, 'nft.txt');
      await writeFile(file, printed);
      const words = ['--measure', '--paste', file, '--answer', 'system=linux', '--json', '--no-save', '--data', join(lab.folder, 'data')];
      const { stdout, stderr, exitCode } = await lab.run('client', ['sh', sonde, 'explain', planted.host, String(planted.port), ...words]);
      expect(exitCode, stderr).toBe(0);

      const { path, advice } = JSON.parse(stdout) as Explained;
      expect(path.map(({ node }) => node)).toEqual(expect.arrayContaining(['route_here', 'host_up', 'rule']));
      expect(path.at(-1)?.because).toContain('The server’s firewall rejects');
      expect(advice.causes[0]).toMatchObject({ cause: 'server_firewall_rejects', likelihood: 'shown' });
      const commands = advice.steps.flatMap((step) => step.commands);
      const open = commands.find(({ command }) => command.startsWith('sudo nft -e -a insert rule inet filter input tcp dport 21 '));
      expect(open?.undo).toContain('sudo nft delete rule inet filter input handle');
    });
  });
});
