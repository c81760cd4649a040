// node build/icons/draw.mjs: draws the icons of the packages from their SVG, with the Electron that setup found. What it writes is kept in
// git: packing needs no drawing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronExecutable } from '../runtime.mjs';
import { run } from '../setup/run.mjs';
import { temporaryFolder } from '../test/temporary-folder.mjs';
import { icns, ico } from './containers.mjs';

const folder = import.meta.dirname;
const large = readFileSync(join(folder, 'icon.svg'), 'utf8');
const small = readFileSync(join(folder, 'icon-small.svg'), 'utf8');
/** The tile of macOS keeps a tenth free on every side, for the shadow that its neighbours have as well. */
const forMac = large.replace('viewBox="0 0 512 512"', 'viewBox="-32 -32 576 576"');

const drawings = await draw([
  ...[16, 24, 32].map((sizePx) => ({ svg: small, sizePx, use: 'all' })),
  ...[48, 64, 128, 256, 512].map((sizePx) => ({ svg: large, sizePx, use: 'all' })),
  ...[64, 128, 256, 512, 1024].map((sizePx) => ({ svg: forMac, sizePx, use: 'mac' })),
]);
const ours = drawings.filter(({ use }) => use === 'all');
mkdirSync(join(folder, 'linux'), { recursive: true });
for (const { sizePx, png } of ours) writeFileSync(join(folder, 'linux', `${sizePx}x${sizePx}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico(ours.filter(({ sizePx }) => sizePx <= 256)));
const forPoints = [16, 32].flatMap((wanted) => ours.filter(({ sizePx }) => sizePx === wanted));
writeFileSync(join(folder, 'icon.icns'), icns([...forPoints, ...drawings.filter(({ use }) => use === 'mac')]));

/** @param {readonly { svg: string, sizePx: number, use: string }[]} wanted */
async function draw(wanted) {
  const list = join(temporaryFolder('sonde-icons-'), 'drawings.json');
  writeFileSync(list, JSON.stringify(wanted));
  const switches = ['--ozone-platform=headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const program = [electronExecutable(), ...switches, join(folder, 'drawing')];
  const { ok, stdout, reason } = await run(program, { env: { ...process.env, DRAWINGS: list }, timeoutMs: 60_000 });
  if (!ok) throw new Error(`The icons could not be drawn: ${reason}`);
  const pngs = stdout.trim().split('\n');
  return wanted.map(({ sizePx, use }, index) => ({ sizePx, use, png: Buffer.from(pngs[index] ?? '', 'base64') }));
}
