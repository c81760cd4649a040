import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { configuration } from '../../build/package/configuration.ts';
import { rootFolder } from '../../build/runtime.mjs';
import { stepNames } from '../../build/test/steps.mjs';

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(rootFolder, '.github', 'workflows');
const texts = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const workflows = new Map([...texts].map(([file, text]) => [file, parse(text) as Workflow]));
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }).scripts,
);

function workflow(file: string): Workflow {
  const found = workflows.get(file);
  if (found === undefined) throw new Error(`There is no ${file}.`);
  return found;
}

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps = [] }) => steps);
const runsOf = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = '' }) => run).join('\n');
const release = workflow('release.yml');

describe.each([...texts.keys()])('%s', (file) => {
  const text = texts.get(file) ?? '';

  it('pins every action to a commit, with its version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/u.test(line) && !line.includes('uses: ./'));
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
  });

  it('uses one commit of each action', () => {
    const pins = new Set([...text.matchAll(/uses: ([\w-]+\/[\w-]+)@([\da-f]{40})/gu)].map(([, action, commit]) => `${action}@${commit}`));
    expect(new Set([...pins].map((pin) => pin.split('@')[0])).size).toBe(pins.size);
  });

  it('never runs the code of a stranger with rights or secrets', () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run|secrets: inherit/u);
    if ('pull_request' in workflow(file).on) expect(text).not.toContain('secrets.');
  });

  it('may read at most, unless a job says what it writes', () => {
    const { permissions } = workflow(file);
    expect(Object.values(permissions).filter((right) => right !== 'read')).toEqual([]);
  });

  it('does not run twice for the same, and each job ends by itself', () => {
    const { concurrency, jobs } = workflow(file);
    expect(concurrency?.group).toBeDefined();
    expect(Object.entries(jobs).filter(([, job]) => job.uses === undefined && job['timeout-minutes'] === undefined)).toEqual([]);
  });

  it('leaves no token in the checkout', () => {
    const checkouts = stepsOf(workflow(file)).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('puts nothing that others can name into a shell', () => {
    expect(stepsOf(workflow(file)).filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  it('names scripts and files that exist', () => {
    const runs = stepsOf(workflow(file)).map(({ run = '' }) => run);
    const named = runs.flatMap((run) => [...run.matchAll(/npm run ([\w-]+)/gu)].map(([, script]) => script ?? ''));
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
    const files = runs.flatMap((run) => [...run.matchAll(/(?:node |\s)((?:build\/|\.ci\/)[\w./-]+)/gu)].map(([, path]) => path ?? ''));
    expect(files.filter((path) => !existsSync(join(rootFolder, path)))).toEqual([]);
  });

  it('never turns the sandbox off', () => {
    expect(text.replaceAll(/^\s*#.*$/gmu, '')).not.toMatch(/no-sandbox|disable-sandbox/u);
  });
});

describe('test.yml', () => {
  const { jobs } = workflow('test.yml');

  it('runs every test on Linux, where a skip is a failure and ordinary users may have a sandbox', () => {
    expect(runsOf(jobs['linux'])).toContain('.ci/run');
    expect(runsOf(jobs['linux'])).toContain('apparmor_restrict_unprivileged_userns=0');
    expect(readFileSync(join(rootFolder, '.ci', 'run'), 'utf8')).toMatch(/export CI=true\nnpm run setup && npm test$/mu);
  });

  it('runs steps that exist on Windows and macOS', () => {
    const words = /npm test -- (.*)$/mu.exec(runsOf(jobs['others']))?.[1]?.split(' ') ?? [];
    expect(words).toEqual(expect.arrayContaining(['types', 'lint', 'unit', 'integration']));
    expect(words.filter((word) => !stepNames.includes(word))).toEqual([]);
  });

  it('asks the registry for known vulnerabilities, and must have an answer', () => {
    expect(runsOf(jobs['supply'])).toContain('npm run audit -- --must-answer');
  });
});

describe('release.yml', () => {
  const { jobs } = release;

  it('begins with a tag of a version, and after all tests', () => {
    expect(release.on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    expect(jobs['test']?.uses).toBe('./.github/workflows/test.yml');
    expect([jobs['package']?.needs, jobs['publish']?.needs]).toEqual(['test', 'package']);
    expect(runsOf(jobs['package'])).toContain('$GITHUB_REF_NAME');
  });

  it('releases nothing that sends people to the address that stands for none', () => {
    expect(runsOf(jobs['package'])).toMatch(/! grep .*sonde\.example shared electron build\/package/u);
  });

  it('packages for all three systems from the official Electron', () => {
    for (const system of ['linux', 'windows', 'mac']) expect(runsOf(jobs['package'])).toContain(`npm run package -- ${system}`);
    expect(texts.get('release.yml')).not.toMatch(/ELECTRON_MIRROR|ELECTRON_OVERRIDE_DIST_PATH|npm run setup|milton/iu);
  });

  it('gives each secret to one step, and names it where a person looks for it', () => {
    const text = texts.get('release.yml') ?? '';
    const secrets = [...text.matchAll(/\$\{\{ secrets\.(\w+) \}\}/gu)].map(([, name]) => name ?? '');
    const apple = ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'];
    const certificates = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'];
    expect(secrets.toSorted()).toEqual([...certificates, ...apple, 'SONDE_RELEASE_KEY'].toSorted());
    const heading = text.slice(0, text.indexOf('name: release'));
    expect(secrets.filter((name) => !heading.includes(name))).toEqual([]);
    for (const job of Object.values(jobs)) expect(JSON.stringify({ ...job, steps: [] })).not.toContain('secrets.');
    for (const job of Object.values(jobs).filter((each) => JSON.stringify(each).includes('secrets.')))
      expect(job.environment).toBe('release');
  });

  it('releases nothing unsigned', () => {
    const signing = stepsOf(release).filter(({ env = {} }) => Object.keys(env).some((name) => name.endsWith('CSC_LINK')));
    expect(signing).toHaveLength(2);
    expect(signing.filter(({ run = '' }) => !/test -n "\$\w*CSC_LINK"[^\n]*exit 1/u.test(run))).toEqual([]);
    expect(runsOf(jobs['package'])).toMatch(/Get-AuthenticodeSignature[^]*codesign --verify/u);
  });

  it('releases nothing for Windows or macOS that does not start: the tests drive the package of Linux alone', () => {
    const starting = (jobs['package']?.steps ?? []).filter(({ run = '' }) => / --version\b/u.test(run));
    expect(starting.map((step) => step.if)).toEqual(["matrix.system == 'windows'", "matrix.system == 'mac'"]);
    const { win, mac } = configuration;
    const installed = [...win.extraFiles, ...mac.extraResources].map(({ to }) => to);
    expect(starting.filter(({ run = '' }, index) => !run.includes(`/${installed[index]} --version`))).toEqual([]);
  });

  it('writes only what the last job publishes: a draft with sums, bill of materials, notices and a signed feed', () => {
    expect(jobs['package']?.permissions).toEqual({ contents: 'read' });
    expect(jobs['publish']?.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    const steps = runsOf(jobs['publish']);
    const inOrder = [
      'electron/install.js',
      'npm run sbom',
      'THIRD-PARTY-NOTICES.md',
      'sha512sum',
      'build/sign-release.mjs dist',
      'gh release create',
    ];
    expect(inOrder.map((part) => steps.indexOf(part))).toEqual(inOrder.map((part) => steps.indexOf(part)).toSorted((a, b) => a - b));
    expect(inOrder.filter((part) => !steps.includes(part))).toEqual([]);
    expect(steps).toContain('--draft --verify-tag');
  });
});

it('new versions of packages and actions are proposed only when they are a week old', () => {
  const { updates } = parse(readFileSync(join(rootFolder, '.github', 'dependabot.yml'), 'utf8')) as {
    readonly updates: readonly { readonly 'package-ecosystem': string; readonly cooldown?: { readonly 'default-days': number } }[];
  };
  expect(updates.map((update) => [update['package-ecosystem'], update.cooldown?.['default-days']])).toEqual([
    ['npm', 7],
    ['github-actions', 7],
  ]);
});
