import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

import { pinnedNode, rootFolder } from '../../build/runtime.mjs';
import { judgeAudit } from '../../build/supply/judge-audit.mjs';
import { judgeElectron } from '../../build/supply/judge-electron.mjs';

const ADDRESS = '127.0.0.1';
const url = 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc';

describe('what npm audit reports', () => {
  const advisory = { name: 'clsx', title: 'Planted', url, severity: 'low' };
  const vulnerabilities = { clsx: { via: [advisory] }, svelte: { via: ['clsx'] } };

  it('is a problem once, however mild it is and whoever needs the package', () => {
    expect(judgeAudit({ vulnerabilities }, {})).toEqual({ problems: [`low: clsx: Planted (${url})`], outdated: [] });
  });

  it('is none where somebody has explained it', () => {
    expect(judgeAudit({ vulnerabilities }, { 'GHSA-aaaa-bbbb-cccc': 'Never called.' })).toEqual({ problems: [], outdated: [] });
  });

  it('shows which explanation has had its day', () => {
    expect(judgeAudit({ vulnerabilities: {} }, { 'GHSA-aaaa-bbbb-cccc': 'Never called.' }).outdated).toEqual(['GHSA-aaaa-bbbb-cccc']);
  });
});

describe('the Electron of a release', () => {
  const nowMs = Date.parse('2026-11-20T00:00:00Z');
  const time = {
    created: '2013-01-01T00:00:00Z',
    '42.9.0': '2026-10-01T00:00:00Z',
    '43.1.0': '2026-06-01T00:00:00Z',
    '44.2.0': '2026-08-01T00:00:00Z',
    '45.3.4': '2026-09-20T00:00:00Z',
    '45.3.10': '2026-11-10T00:00:00Z',
    '46.0.0-beta.1': '2026-09-01T00:00:00Z',
  };

  it('is good while the patches it lacks are younger than a month', () => {
    expect(judgeElectron('45.3.4', { time, nowMs })).toEqual([]);
    expect(judgeElectron('45.3.4', { time, nowMs: Date.parse('2026-12-11T00:00:00Z') })).toEqual([
      'Electron 45.3.4 is behind 45.3.10, which has been out for more than 30 days.',
    ]);
  });

  it('is one of the three majors that get fixes', () => {
    expect(judgeElectron('43.1.0', { time, nowMs })).toEqual([]);
    expect(judgeElectron('42.9.0', { time, nowMs })).toEqual(['Electron 42.9.0 is no longer supported: 43 is the oldest that is.']);
  });
});

describe('npm run audit, with npm itself and a registry on loopback', () => {
  let registry: Server | undefined;
  afterEach(() => registry?.close());

  /** A registry that gives one answer to the question for advisories, and knows no package but Electron. */
  async function serve(status: number, answer: unknown): Promise<string> {
    const answers: Readonly<Record<string, readonly [number, unknown]>> = {
      '/-/npm/v1/security/advisories/bulk': [status, answer],
      '/electron': [
        200,
        { name: 'electron', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': {} }, time: { '1.0.0': '2026-11-01' } },
      ],
    };
    registry = createServer((request, response) => {
      const [code, body] = answers[request.url ?? ''] ?? [404, {}];
      request.resume();
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, ADDRESS);
    await once(registry, 'listening');
    const place = registry.address();
    return `http://${ADDRESS}:${typeof place === 'object' ? place?.port : 0}/`;
  }

  async function audit(address: string, ...words: readonly string[]): Promise<{ readonly code: unknown; readonly said: string }> {
    const env = { ...process.env, npm_config_registry: address, npm_config_fetch_retries: '0' };
    return promisify(execFile)(pinnedNode, [join(rootFolder, 'build', 'audit.mjs'), ...words], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
      (error: { code: unknown; stdout: string; stderr: string }) => ({ code: error.code, said: error.stdout + error.stderr }),
    );
  }

  it('fails for a vulnerability that nobody has explained, and names it', async () => {
    const planted = {
      id: 1,
      url,
      title: 'Planted',
      severity: 'low',
      vulnerable_versions: '<9',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    };
    const { code, said } = await audit(await serve(200, { clsx: [planted] }));
    expect(said).toContain(`low: clsx: Planted (${url})`);
    expect(code).toBe(1);
  });

  it('ends well when nothing is known', async () => {
    const { code, said } = await audit(await serve(200, {}));
    expect(said).toContain('no known vulnerability');
    expect(code).toBe(0);
  });

  it('says that nothing was checked where the registry does not answer such questions, and fails only when it must have an answer', async () => {
    const address = await serve(405, { error: 'not here' });
    expect(await audit(address)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was checked') as string });
    expect(await audit(address, '--must-answer')).toMatchObject({ code: 1 });
  });

  it('says so without a network, too', async () => {
    expect(await audit(`http://${ADDRESS}:9/`)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was checked') as string });
  });
});
